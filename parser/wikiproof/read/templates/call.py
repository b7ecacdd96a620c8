"""One use of a template on a page, as its renderer sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.read.names import written
from wikiproof.source import Span
from wikiproof.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.read.canvas import Canvas
    from wikiproof.read.markup import Frame, Node, Region
    from wikiproof.read.render import Page
    from wikiproof.read.templates.definitions import Definition
    from wikiproof.text import Text


class Call:
    """A template's arguments, and the canvas its output goes to.

    Positional arguments are named "1", "2" and so on; names are lower case; of a repeated argument the last
    counts. A renderer shows an argument once, and reads it only before: rendering anew at every level of
    nested templates would take exponential time.
    """

    __slots__ = ("_arguments", "_starts", "_texts", "canvas", "definition", "frame", "page")

    def __init__(self, page: Page, frame: Frame, canvas: Canvas, definition: Definition) -> None:
        self.page = page
        self.frame = frame
        self.canvas = canvas
        self.definition = definition
        self._starts = _starts(page.text, frame, is_function=definition.is_function)
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
        return name in self._starts

    def _argument(self, name: str) -> Region | None:
        """An argument without the white space around it; most of a citation's are never asked for."""
        if name not in self._arguments and (argument := self._starts.get(name)):
            start, part = argument
            region = self.frame.part(part)._replace(start=start)
            self._arguments[name] = self.page.trim(region)
        return self._arguments.get(name)

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
        while (name := str(number)) in self._starts:
            yield name
            number += 1

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


def _starts(text: str, frame: Frame, *, is_function: bool) -> dict[str, tuple[int, int]]:
    """Where each argument starts, by its name, and which part of the template it stands in."""
    starts: dict[str, tuple[int, int]] = {}
    number = 0
    if is_function:
        head = frame.part(0)
        if (colon := text.find(":", head.start, head.end)) >= 0:
            number = 1
            starts["1"] = (colon + 1, 0)
    for part, (bar, _) in enumerate(frame.cuts, 1):
        equals = frame.equals[part]
        if equals < 0:
            number += 1
            starts[str(number)] = (bar + 1, part)
        else:
            starts[text[bar + 1 : equals].strip().lower()] = (equals + 1, part)
    return starts
