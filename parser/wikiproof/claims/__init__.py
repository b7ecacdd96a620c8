"""From an article to what it claims: fields and sentences as claims of one type, judged by the gates."""

from __future__ import annotations

from wikiproof.claims.event import Event
from wikiproof.claims.gather import Claims, gather
from wikiproof.claims.model import Claim, Scope, Standing, Stop

__all__ = ["Claim", "Claims", "Event", "Scope", "Standing", "Stop", "gather"]
