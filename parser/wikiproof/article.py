"""An article as it was read: infoboxes, lead, sections, sentences, each with its place in the source."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from wikiproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wikiproof.role import Role
    from wikiproof.source import Source
    from wikiproof.text import Text
    from wikiproof.values import Value

Form = Literal["plain", "wikitext"]

# What an article has dozens of is not frozen, as `Span` is not: `Final` says the same at no cost.


@dataclass(slots=True, unsafe_hash=True)
class Field:
    """One infobox field.

    `raw` is the value as written, `source[span] == raw`, without the white space around it;
    `source[name_span] == name`. `key`, `role` and `value` are None until the infobox type is resolved;
    `key` stays None for a parameter the type does not have.
    `children` are infoboxes embedded in the value.
    """

    name: Final[str]
    name_span: Final[Span]
    raw: Final[str]
    span: Final[Span]
    text: Final[Text]
    key: Final[str | None] = None
    role: Final[Role | None] = None
    side: Final[int | None] = None
    value: Final[Value | None] = None
    children: Final[tuple[Infobox, ...]] = ()


@dataclass(frozen=True, slots=True)
class Infobox:
    """One infobox: `name` is the template's name as written (None in an untyped plain rendition).

    `type` is the canonical type ("civilian attack"), None until resolved and where unknown.
    `source[span] == raw`.
    """

    name: str | None
    raw: str
    span: Span
    fields: tuple[Field, ...]
    type: str | None = None

    def field(self, key: str) -> Field | None:
        """The field with a canonical key; of a repeated one the last, as MediaWiki takes it."""
        return next((f for f in reversed(self.fields) if f.key == key), None)


class Sentence:
    """One sentence as a reader sees it."""

    __slots__ = ("_span", "text")

    def __init__(self, text: Text) -> None:
        self.text: Final = text
        self._span: Span | None = None

    def __repr__(self) -> str:
        return f"Sentence({self.text.string!r})"

    @property
    def span(self) -> Span:
        """From its first to its last source character; looked up when asked for, as few are."""
        if self._span is None:
            self._span = self.text.span
        return self._span


class Block(StrEnum):
    """What kind of block a paragraph is."""

    PROSE = "prose"
    ITEM = "item"
    QUOTE = "quote"


@dataclass(slots=True, eq=False)
class Paragraph:
    """Sentences that stand together, at least one: a paragraph, a list item or a quotation."""

    block: Final[Block]
    sentences: Final[tuple[Sentence, ...]]

    @property
    def span(self) -> Span:
        """From its first to its last source character."""
        return Span(self.sentences[0].span.start, self.sentences[-1].span.end)


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its subsections; level 2 is `== Title ==`. `span` covers heading and all below it."""

    title: str
    title_span: Span
    level: int
    span: Span
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(slots=True, unsafe_hash=True)
class Link:
    """A link to another page of the wiki, at the offsets `start` to `end`; `written` is its target so.

    `source[target_span] == target`.
    """

    written: Final[str]
    label: Final[str]
    start: Final[int]
    end: Final[int]

    @property
    def span(self) -> Span:
        """The whole link."""
        return Span(self.start, self.end)

    @property
    def target(self) -> str:
        """The page it leads to."""
        return self.written.strip()

    @property
    def target_span(self) -> Span:
        """Where the target stands."""
        inner = self.written.lstrip()
        start = self.start + len("[[") + len(self.written) - len(inner)
        return Span(start, start + len(inner.rstrip()))


@dataclass(frozen=True, slots=True)
class Reference:
    """A `<ref>` or a template for one: its name if it has one, its rendered content (empty where it repeats a name)."""

    name: str | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Apparatus:
    """What a page has beside its text; the label of a category is its name alone."""

    links: tuple[Link, ...] = ()
    categories: tuple[Link, ...] = ()
    references: tuple[Reference, ...] = ()


class Fault(StrEnum):
    """What in an article's form could not be read as meant."""

    EMPTY = "empty"
    NO_INFOBOX = "no-infobox"
    NO_TEXT = "no-text"
    UNCLOSED_INFOBOX = "unclosed-infobox"
    UNCLOSED_FIELD = "unclosed-field"
    TOO_DEEP = "too-deep"
    STRAY_LINE = "stray-line"


@dataclass(frozen=True, slots=True)
class Problem:
    """A place whose form could not be read as meant; the rest of the article still is."""

    fault: Fault
    message: str
    span: Span


@dataclass(frozen=True)
class Article:
    """A whole article; see the module's classes for its parts. `coordinates` are the article's own.

    `collect` makes the apparatus when it is first asked for: no check needs it, and it takes as long as the text.
    `file` finds the categories alone.
    """

    source: Source
    title: str | None
    form: Form
    infoboxes: tuple[Infobox, ...]
    lead: tuple[Paragraph, ...]
    lead_span: Span
    sections: tuple[Section, ...]
    short_description: Text | None = None
    coordinates: Text | None = None
    abbreviations: tuple[tuple[str, str], ...] = ()
    templates: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    collect: Callable[[], Apparatus] = field(default=Apparatus, repr=False, compare=False)
    file: Callable[[], tuple[Link, ...]] = field(default=tuple, repr=False, compare=False)

    @cached_property
    def categories(self) -> tuple[Link, ...]:
        """The categories it is filed under; the label is the name alone."""
        return self.file()

    @cached_property
    def apparatus(self) -> Apparatus:
        """Its links, categories and references."""
        return self.collect()

    def all_sections(self) -> Iterator[Section]:
        """Every section at every level, in order."""
        for section in self.sections:
            yield from section.walk()

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph of lead and sections, in order."""
        yield from self.lead
        for section in self.all_sections():
            yield from section.paragraphs

    def all_infoboxes(self) -> Iterator[Infobox]:
        """Every infobox, embedded ones after the one that holds them."""
        waiting = list(reversed(self.infoboxes))
        while waiting:
            box = waiting.pop()
            yield box
            waiting.extend(child for f in reversed(box.fields) for child in reversed(f.children))
