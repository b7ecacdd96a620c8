"""What an editor's own settings choose; they go before those of `wikiproof.toml`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from wikiproof.config import Choice, ConfigError, UnknownRule, rules_named
from wikiproof.config.reading import check

if TYPE_CHECKING:
    from wikiproof.config import Choices

KEYS = ("select", "ignore", "min-severity", "min-confidence")
_EDITOR = "the editor's settings"


def choices(settings: Any) -> tuple[Choices, str | None]:
    """The choices of `{"min-severity": "warning"}` and the like; nothing, and why, if they have a mistake."""
    if not isinstance(settings, dict):
        return {}, None
    try:
        check(Path(_EDITOR), "", settings, "config")
        for word in (*settings.get("select", ()), *settings.get("ignore", ())):
            rules_named(word)
    except ConfigError as error:
        return {}, f"{_EDITOR}: {error.message}"
    except UnknownRule as error:
        return {}, f"{_EDITOR}: {error}"
    if others := sorted(settings.keys() - set(KEYS)):
        return {}, f"{_EDITOR}: {', '.join(others)} belongs into wikiproof.toml; here stand {', '.join(KEYS)}"
    return {key: Choice(value, _EDITOR) for key, value in settings.items()}, None
