"""Pages that do what no page should. A module of its own, so that the processes of a pool can import it."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.corpus.filter import Filter
    from wikiproof.corpus.page import Page


class Hanging(str):
    """Never ends being read."""

    __slots__ = ()

    def strip(self, *_: object) -> str:
        time.sleep(1000)
        return ""


class Deadly(str):
    """Kills who reads it."""

    __slots__ = ()

    def strip(self, *_: object) -> str:
        os.kill(os.getpid(), signal.SIGKILL)
        return ""


class Greedy(str):
    """Takes all memory."""

    __slots__ = ()

    def strip(self, *_: object) -> str:
        return "x" * 10_000_000_000


class Block:
    size = 1

    def __init__(self, pages: tuple[Page, ...]) -> None:
        self._pages = pages

    def pages(self, _: Filter) -> Iterator[Page]:
        yield from self._pages


class Input:
    size = 1

    def __init__(self, *pages: Page) -> None:
        self._pages = pages

    def identity(self) -> dict[str, str | int]:
        return {"strange": len(self._pages)}

    def blocks(self, _: Filter) -> Iterator[Block]:
        yield Block(self._pages)
