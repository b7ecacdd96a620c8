"""The settings for each path: by the nearest file, what it says for the path alone, and the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from wikiproof.config.choices import DEFAULTS, Choice, Choices, in_order, settings_of, told
from wikiproof.config.file import OWN, ConfigFile, load, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wikiproof.config.settings import Settings


class Configs:
    """Answers for many paths, and reads each file once: make another where files may have changed.

    `overrides` go before all files; `file` counts for every path instead of the nearest, and with `isolated`
    none does.
    """

    def __init__(
        self, overrides: Choices | None = None, *, file: Path | None = None, isolated: bool = False
    ) -> None:
        """Raises ConfigError for a file that cannot be read or has a mistake."""
        self._overrides = overrides or {}
        self._file = load(file) if file else None
        self._fixed = isolated or file is not None
        self._nearest: dict[Path, ConfigFile | None] = {}
        self._settings: dict[tuple[tuple[str, str], ...], Settings] = {}

    def settings(self, path: str | Path | None) -> Settings:
        """The settings for an article; text without a path, or "-", is taken to lie here. Raises ConfigError."""
        choices = self.choices(path)
        key = tuple((name, repr(choice.value)) for name, choice in choices.items())
        if key not in self._settings:
            self._settings[key] = settings_of(choices)
        return self._settings[key]

    def choices(self, path: str | Path | None) -> Mapping[str, Choice]:
        """The same one by one, each with where it comes from. Raises ConfigError."""
        file = self.file(path)
        return in_order(DEFAULTS, *(file.layers(_whole(path)) if file else ()), self._overrides)

    def pinned(self, path: str | Path) -> Configs:
        """The same for a run over all that lies at a path: the file that counts there counts for all of it.

        It can be sent to other processes. Raises ConfigError.
        """
        file = self.file(Path(path) / OWN)
        return Configs(self._overrides, file=file.path if file else None, isolated=file is None)

    def identity(self) -> dict[str, Any]:
        """What of pinned settings makes other results. Raises ConfigError, also for a baseline of some paths alone."""
        file = self._file
        per_path = {each.pattern: told(each.choices) for each in file.per_path} if file else {}
        return {
            "command": told(self._overrides),
            "file": told(file.choices) if file else {},
            "per-path": per_path,
        }

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__ | {"_settings": {}}  # rules are modules, which cannot be sent

    def file(self, path: str | Path | None) -> ConfigFile | None:
        """The file of settings that counts for an article. Raises ConfigError."""
        if self._fixed:
            return self._file
        folder = _whole(path).parent
        if folder not in self._nearest:
            self._nearest[folder] = nearest(folder)
        return self._nearest[folder]


def _whole(path: str | Path | None) -> Path:
    """The path from the root; a link lies where it lies, not where it leads."""
    given = Path("-" if path is None else path)
    return given.parent.resolve() / given.name
