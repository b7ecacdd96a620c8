"""A page as its input gives it, before anything of it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from wikiproof.source import WikiproofError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wikiproof.corpus.filter import Filter


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `path` names the input or file that it comes from."""

    title: str | None
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class UnreadablePage:
    """A page that could not even be read, and why; the others of its input can."""

    title: str | None
    path: str
    reason: str


class Block(Protocol):
    """Pages that one process works on together; it is sent to the process, which reads them itself."""

    @property
    def size(self) -> int:
        """How much of the input it is, in the input's own measure."""
        ...

    def pages(self, wanted: Filter, /) -> Iterator[Page | UnreadablePage]:
        """The pages that are wanted, always in the same order. Raises nothing for a single bad page."""
        ...


class Input(Protocol):
    """Where pages come from.

    The same input gives the same blocks in the same order, so that a run that was stopped can go on.
    """

    @property
    def size(self) -> int:
        """The sum of its blocks' sizes, zero where it is not known."""
        ...

    def identity(self) -> Mapping[str, str | int]:
        """What tells it from another input; it changes when the input does."""
        ...

    def blocks(self, wanted: Filter, /) -> Iterator[Block]:
        """Its blocks; an input that breaks off raises BrokenInput after the last that can be read."""
        ...


class BrokenInput(WikiproofError):  # noqa: N818
    """An input that cannot be read, or not to its end: which, why, and what would help."""

    def __init__(self, path: str, reason: str, remedy: str) -> None:
        super().__init__(f"{path}: {reason}; {remedy}")
        self.path = path
        self.reason = reason
        self.remedy = remedy
