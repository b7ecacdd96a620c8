"""A run over an input, from its first block to the tables."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from wikiproof.corpus.lock import locked
from wikiproof.corpus.page import BrokenInput
from wikiproof.corpus.pool import GO_ON, CannotGoOn, Pool
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
    parquet: bool = False,
    told: Callable[[Done], None] = lambda _: None,
    skipped: Callable[[int], None] = lambda _: None,
) -> Store:
    """Work on all of an input, or on what is left of it, and write the tables; with `parquet` as Parquet too.

    `told` hears of each block that is done, `skipped` the sizes of those that were. Raises OtherRun, Locked, and
    CannotGoOn; what is finished is kept, and the same call goes on. Where the input breaks off, the tables hold
    what could be read of it, and the manifest says where.
    """
    identity = {"input": given.identity(), "job": job.identity()}
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        store = Store(folder, identity)
        if not store.complete:
            pool = Pool(job, store.parts, processes, told)
            broken = _work(pool, given, store.finished(), skipped)
            with _told_apart(folder):
                store.finish(str(broken) if broken else None)
        if parquet:
            with _told_apart(folder):
                store.write_parquet()
    return store


@contextmanager
def _told_apart(folder: Path) -> Iterator[None]:
    """Writing that fails ends the run with what is to be done about it."""
    try:
        yield
    except OSError as error:
        reason = f"cannot write {error.filename or folder}: {error.strerror or error}"
        raise CannotGoOn(f"{reason}; {GO_ON}") from None


def _work(pool: Pool, given: Input, finished: set[int], skipped: Callable[[int], None]) -> BrokenInput | None:
    """Work on the blocks that are not finished; where the input breaks off, if it does."""
    broken: list[BrokenInput] = []

    def left() -> Iterator[tuple[int, Block]]:
        try:
            for number, block in enumerate(given.blocks(pool.job.wanted)):
                if number in finished:
                    skipped(block.size)
                else:
                    yield number, block
        except BrokenInput as problem:
            broken.append(problem)

    pool.run(left())
    return broken[0] if broken else None
