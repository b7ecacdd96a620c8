"""The table of events: what each article says of its own event, and what it says of those that it links to."""

from __future__ import annotations

from wikiproof.events.model import Event, Fact, How, Page, Record, Said, Spot
from wikiproof.events.record import record_of

__all__ = ["Event", "Fact", "How", "Page", "Record", "Said", "Spot", "record_of"]
