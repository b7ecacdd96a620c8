"""A process that works on blocks, one after the other, and says which page it is at."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass, field
from multiprocessing import parent_process
from threading import Thread
from typing import TYPE_CHECKING

from wikiproof.corpus import parts
from wikiproof.corpus.rows import Row, Table, failure, rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.connection import Connection
    from pathlib import Path

    from wikiproof.corpus.job import Job
    from wikiproof.corpus.page import Block


@dataclass(frozen=True, slots=True)
class Task:
    """A block, its number, and the pages in it that cost a process its life before, by their index."""

    number: int
    block: Block
    lost: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class At:
    """The worker begins with a page of its block."""

    index: int


@dataclass(frozen=True, slots=True)
class Done:
    """A block is written: how many pages it has, how many findings and failures they gave, and its size."""

    pages: int
    findings: int
    failures: int
    size: int


@dataclass(frozen=True, slots=True)
class CannotWrite:
    """A block cannot be written, and the next could not either."""

    reason: str


Message = At | Done | CannotWrite


def work(connection: Connection, job: Job, folder: Path) -> None:
    """Work on the tasks that come through the connection, until it is closed or the run is gone."""
    import wikiproof.corpus.warm  # noqa: F401  # for a process that was not made from one that had it

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the parent to act on
    Thread(target=_end_with_the_run, daemon=True).start()
    _limit_memory(job.memory_limit)
    while True:
        try:
            task: Task = connection.recv()
        except EOFError:
            return
        made: list[Row] = []
        pages = 0
        for index, page in enumerate(task.block.pages(job.wanted)):
            connection.send(At(index))
            pages += 1
            if reason := task.lost.get(index):
                made.append(failure(page.title, page.path, reason))
            else:
                made += rows(page, job.configs)
        connection.send(write(folder, task, pages, made))


def _end_with_the_run() -> None:
    """End this process when the one that started it ends, however that comes."""
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(0)


def write(folder: Path, task: Task, pages: int, made: list[Row]) -> Done | CannotWrite:
    """Write the rows of a block."""
    try:
        counts = parts.write(folder, task.number, made)
    except OSError as error:
        return CannotWrite(f"{folder}: {error.strerror}")
    return Done(pages, counts[Table.FINDINGS], counts[Table.FAILURES], task.block.size)


def _limit_memory(limit: int) -> None:
    """Let the process take so many bytes more than it has; where the system knows no such limit, there is none."""
    try:
        import resource

        with open("/proc/self/statm", encoding="ascii") as file:
            held = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_AS, (held + limit, held + limit))
    except (ImportError, OSError, ValueError):
        return
