"""Many articles at once: where they come from, the processes that work on them, and what is kept of it."""
