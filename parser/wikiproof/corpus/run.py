"""A run over an input, from its first block to the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.corpus.page import BrokenInput
from wikiproof.corpus.pool import CannotGoOn, Pool
from wikiproof.corpus.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from wikiproof.corpus.job import Job
    from wikiproof.corpus.page import Block, Input
    from wikiproof.corpus.worker import Done


def run(
    given: Input,
    job: Job,
    folder: Path,
    *,
    processes: int,
    told: Callable[[Done], None] = lambda _: None,
    skipped: Callable[[int], None] = lambda _: None,
) -> Store:
    """Work on all of an input, or on what is left of it, and write the tables.

    `told` hears of each block that is done, `skipped` the sizes of those that were. Raises OtherRun, BrokenInput
    where nothing of the input can be read, and CannotGoOn; what is finished is kept, and the same call goes on.
    """
    store = Store(folder, {"input": given.identity(), "job": job.identity()})
    if store.complete:
        return store
    finished = store.finished()
    broken: list[BrokenInput] = []

    def left() -> Iterator[tuple[int, Block]]:
        try:
            for number, block in enumerate(given.blocks(job.wanted)):
                if number in finished:
                    skipped(block.size)
                else:
                    yield number, block
        except BrokenInput as problem:
            broken.append(problem)

    Pool(job, store.parts, processes, told).run(left())
    try:
        store.finish(str(broken[0]) if broken else None)
    except OSError as error:
        raise CannotGoOn(f"cannot write {error.filename or folder}: {error.strerror}") from None
    return store
