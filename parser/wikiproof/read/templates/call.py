"""One use of a template on a page, as its renderer sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.read.markup import Region
from wikiproof.read.names import written
from wikiproof.source import Span
from wikiproof.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.read.canvas import Canvas
    from wikiproof.read.markup import Node, Template
    from wikiproof.read.render import Page
    from wikiproof.read.templates.definitions import Definition
    from wikiproof.text import Text


Argument = tuple[int, int, int]  # offsets of its start and end, and which part of the template it is


class Call:
    """A template's arguments, and the canvas its output goes to.

    Positional arguments are named "1", "2" and so on; names are lower case; of a repeated argument the last
    counts. A renderer shows an argument once, and reads it only before: rendering anew at every level of
    nested templates would take exponential time.
    """

    __slots__ = ("_arguments", "_given", "_texts", "canvas", "definition", "frame", "page")

    def __init__(self, page: Page, frame: Template, canvas: Canvas, definition: Definition) -> None:
        self.page = page
        self.frame = frame
        self.canvas = canvas
        self.definition = definition
        self._given: dict[str, Argument] | None = None
        self._arguments: dict[str, Region] = {}
        self._texts: dict[str, Text] = {}

    @property
    def span(self) -> Span:
        """The whole template."""
        return Span(self.frame.start, self.frame.end)

    @property
    def name(self) -> str:
        """The template's name as written on the page."""
        return written(self.frame.head(self.page.text))

    @property
    def word(self) -> str:
        """What the definition tells its renderer, such as a currency sign."""
        return self.definition.word

    def __contains__(self, name: str) -> bool:
        """Whether an argument is given, empty or not."""
        return name in self.given

    @property
    def given(self) -> dict[str, Argument]:
        """Where each argument stands, by its name."""
        if self._given is None:
            self._given = _given(self.page.text, self.frame, is_function=self.definition.is_function)
        return self._given

    def _argument(self, name: str) -> Region | None:
        """An argument without the white space around it; most of a citation's are never asked for."""
        argument = self.given.get(name)
        if argument is None:
            return None
        if name not in self._arguments:
            start, end, part = argument
            self._arguments[name] = self.page.trim(Region(start, end, self.frame.nodes_of(part)))
        return self._arguments[name]

    def text(self, name: str) -> str:
        """An argument's rendered text; empty where it is not given."""
        region = self._argument(name)
        if region is None:
            return ""
        if not region.nodes:
            return " ".join(self.page.text[region.start : region.end].split())
        if name not in self._texts:
            self._texts[name] = self.page.render(region)
        return self._texts[name].string

    def first(self, *names: str) -> str:
        """The first of some arguments that is not empty."""
        return next((text for name in names if (text := self.text(name))), "")

    def nodes(self, name: str) -> list[Node]:
        """The markup in an argument."""
        region = self._argument(name)
        return region.nodes if region else []

    def flag(self, name: str) -> bool:
        """Whether an argument such as `df=y` says yes."""
        return self.text(name).lower() not in ("", "n", "no", "0", "off", "false")

    def positional(self) -> Iterator[str]:
        """The names "1", "2" and so on, as long as such arguments are given."""
        number = 1
        while (name := str(number)) in self.given:
            yield name
            number += 1

    def names(self) -> Iterator[str]:
        """The names of all arguments that are not empty."""
        return (name for name in self.given if self.text(name))

    def texts(self) -> list[str]:
        """The rendered positional arguments."""
        return [self.text(name) for name in self.positional()]

    def put(self, name: str) -> None:
        """Show an argument."""
        if name in self._texts:
            self.canvas.append(self._texts[name])
        elif region := self._argument(name):
            self.page.draw(region, self.canvas)

    def write(self, string: str) -> None:
        """Show a string that the template as a whole stands for."""
        last = self.canvas.last
        if last == "(":
            string = string.lstrip(" ,;")
        elif last in " \n":
            string = string.removeprefix(" ")
        self.canvas.write(string, self.span)

    def mark(self, kind: Kind, value: str) -> None:
        """Put a mark without width."""
        self.canvas.annotate(kind, len(self.canvas), value, self.span)

    def unread(self) -> None:
        """Say that what a reader sees here is not known."""
        self.mark(Kind.UNREAD, self.definition.name.removesuffix(":"))


def _given(text: str, frame: Template, *, is_function: bool) -> dict[str, Argument]:
    """Where each argument stands, by its name."""
    (head, _, head_end), *bounds = frame.bounds()
    given: dict[str, Argument] = {}
    number = 0
    if is_function and (colon := text.find(":", head, head_end)) >= 0:
        number = 1
        given["1"] = (colon + 1, head_end, 0)
    for part, (start, equals, end) in enumerate(bounds, 1):
        if equals < 0:
            number += 1
            given[str(number)] = (start, end, part)
        else:
            given[text[start:equals].strip().lower()] = (equals + 1, end, part)
    return given
