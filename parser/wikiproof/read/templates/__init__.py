"""Templates: what each shows a reader. Knowledge stands in `grammar/templates/`, code only where a pattern fails."""

from wikiproof.read.templates.call import Call
from wikiproof.read.templates.definitions import Definition, lookup

__all__ = ["Call", "Definition", "lookup"]
