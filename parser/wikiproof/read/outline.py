"""Hangs paragraphs into a lead and a tree of sections, in the order of the source and without recursion."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wikiproof.article import Section
from wikiproof.source import Span

if TYPE_CHECKING:
    from wikiproof.article import Paragraph


@dataclass(slots=True)
class _Draft:
    """A section that may still grow; the lead is the one of level 0."""

    level: int
    title: str
    title_span: Span
    start: int
    paragraphs: list[Paragraph] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def finish(self, end: int) -> Section:
        """The section, now that its end is known."""
        span = Span(self.start, end)
        return Section(
            self.title, self.title_span, self.level, span, tuple(self.paragraphs), tuple(self.sections)
        )


class Outline:
    """Takes headings and paragraphs as they come."""

    __slots__ = ("_path",)

    def __init__(self) -> None:
        self._path = [_Draft(0, "", Span(0, 0), 0)]

    def heading(self, level: int, title: str, title_span: Span, start: int) -> None:
        """Begin a section at offset `start`, which ends those that it does not belong to."""
        self._leave(level, start)
        self._path.append(_Draft(level, title, title_span, start))

    def add(self, paragraph: Paragraph) -> None:
        """Add a paragraph to the section that is open."""
        self._path[-1].paragraphs.append(paragraph)

    def finish(self, end: int) -> tuple[tuple[Paragraph, ...], tuple[Section, ...]]:
        """The lead and the sections of an article that ends at an offset."""
        self._leave(1, end)
        article = self._path[0]
        return tuple(article.paragraphs), tuple(article.sections)

    def _leave(self, level: int, end: int) -> None:
        while self._path[-1].level >= level:
            section = self._path.pop().finish(end)
            self._path[-1].sections.append(section)
