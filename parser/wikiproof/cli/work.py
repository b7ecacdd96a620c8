"""What `lint` does with each article, and what it remembers of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import wikiproof
from wikiproof.cli.run import Failure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from wikiproof.article import Article
    from wikiproof.checking import Checked
    from wikiproof.config import Accepted, Baseline, Configs, Settings
    from wikiproof.edit.versions import Versions
    from wikiproof.finding import Finding
    from wikiproof.fix import Repaired
    from wikiproof.read.files import Input, Unreadable


class Work:
    """Checks articles, each with the settings for its path.

    All settings are read before the first article is, so that a mistake in one costs nothing that is done.
    `related` is what was found between articles, by the path of the one that it is on, None where that was not
    asked for; `met` what came up of each baseline, by its path.
    """

    def __init__(
        self, configs: Configs, given: Sequence[Input | Unreadable], against: str | None, *, only_new: bool
    ) -> None:
        from wikiproof.config import ConfigError
        from wikiproof.read.files import Input

        inputs = [each for each in given if isinstance(each, Input)]
        try:
            self._settings = {each.path: configs.settings(each.file or each.path) for each in inputs}
        except ConfigError as error:
            raise Failure(str(error)) from None
        self._versions = _versions(against, inputs) if against else None
        self._only_new = only_new
        self.related: Mapping[str, Sequence[Finding]] | None = None
        self.met: dict[Path, Met] = {}

    def check(self, given: Input, article: Article) -> Checked:
        """The article, or the edit that made it, checked."""
        from wikiproof.checking import check, check_edit

        settings = self.settings(given)
        if self._versions is None:
            related = None if self.related is None else self.related.get(given.path, ())
            checked = check(article, settings, related)
        else:
            source = self._versions.before(given)
            before = None if source is None else wikiproof.read(source, title=article.title)
            checked = check_edit(before, article, settings, only_new=self._only_new)
        self.meet(checked)
        return checked

    def meet(self, checked: Checked) -> None:
        """Take note of what came up of the article's baseline."""
        settings = self._settings[checked.path]
        if path := settings.baseline.path:
            met = self.met.setdefault(path, Met(settings.baseline))
            met.add(checked, settings, between=self.related is not None)

    def settings(self, given: Input) -> Settings:
        """What an article is checked by."""
        return self._settings[given.path]

    @property
    def edits(self) -> bool:
        """Whether articles are checked against what they were."""
        return self._versions is not None

    def repair(self, given: Input, article: Article) -> Repaired:
        """The article with the repairs that are safe."""
        from wikiproof.fix import repair

        return repair(article, self._settings[given.path])


class Met:
    """What of a baseline came up in a run."""

    def __init__(self, baseline: Baseline) -> None:
        self.baseline = baseline
        self._articles: set[str] = set()
        self._codes: set[str] = set()
        self._found: set[Accepted] = set()

    def add(self, checked: Checked, settings: Settings, *, between: bool) -> None:
        """Take note of an article; `between` tells whether the rules over several articles ran, too."""
        from wikiproof.edit import article_name, folded

        self._articles.add(folded(article_name(checked.article)))
        self._codes |= {rule.CODE for rule in (*settings.rules, *(settings.related if between else ()))}
        found = (self.baseline.find(checked.article, each.finding) for each in checked.hidden)
        self._found |= {entry for entry in found if entry}

    @property
    def unused(self) -> tuple[Accepted, ...]:
        """The entries that no finding came up for, though their article and rule did."""
        return self.baseline.unused(self._found, self._articles, self._codes)


def _versions(old: str, inputs: Sequence[Input]) -> Versions:
    from wikiproof.edit.versions import versions
    from wikiproof.read.files import Unreadable

    try:
        return versions(old, inputs)
    except Unreadable as failure:
        raise Failure(f"Cannot compare with {failure}.") from None
