"""What people choose: which rules, and which of their findings are to be shown."""

from __future__ import annotations

from wikiproof.config.settings import Settings

__all__ = ["Settings"]
