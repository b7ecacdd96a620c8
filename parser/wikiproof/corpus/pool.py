"""Processes that share the blocks of an input.

Each has a thread here that gives it its tasks, waits no longer for a page than the job allows, and starts another
process where one is lost; the block is then done again without the page that cost it.
"""

from __future__ import annotations

import multiprocessing
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, Full, Queue
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from wikiproof.corpus.rows import failure
from wikiproof.corpus.worker import At, CannotWrite, Done, Message, Task, work, write
from wikiproof.source import WikiproofError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerContext, SpawnContext
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from wikiproof.corpus.job import Job
    from wikiproof.corpus.page import Block

GO_ON = "when that is mended, the same command goes on where it stopped"
_TO_START = 120.0  # seconds
_A_MOMENT = 0.2


class CannotGoOn(WikiproofError):  # noqa: N818
    """The run had to stop; what is finished is kept."""


@dataclass(frozen=True, slots=True)
class _Lost:
    """A process is gone, at the page with the index; None where it was at none."""

    index: int | None
    reason: str


@dataclass
class _Worker:
    """One process and our end of the connection to it."""

    process: BaseProcess
    connection: Connection

    @classmethod
    def start(cls, context: ForkServerContext | SpawnContext, job: Job, folder: Path) -> _Worker:
        here, there = context.Pipe()
        process = context.Process(target=work, args=(there, job, folder), daemon=True)
        process.start()
        there.close()
        return cls(process, here)

    def do(self, task: Task, job: Job) -> Done | CannotWrite | _Lost:
        """Have a block done."""
        at: int | None = None
        try:
            self.connection.send(task)
            while self.connection.poll(job.time_limit if at is not None else max(job.time_limit, _TO_START)):
                message: Message = self.connection.recv()
                if not isinstance(message, At):
                    return message
                at = message.index
        except (EOFError, OSError):
            self.process.join(_TO_START)
            self.connection.close()
            return _Lost(at, f"the process that worked on it ended ({_how(self.process.exitcode)})")
        self.stop()
        return _Lost(at, f"it took longer than {job.time_limit:g} seconds")

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


@dataclass
class Pool:
    """Works on blocks with a number of processes, and writes what they make of them to a folder.

    `told` is called for each block that is done, by several threads, one at a time.
    """

    job: Job
    folder: Path
    processes: int
    told: Callable[[Done], None]
    _tasks: Queue[Task | None] = field(init=False)
    _stopped: Event = field(default_factory=Event, init=False)
    _problem: str | None = field(default=None, init=False)
    _lock: Lock = field(default_factory=Lock, init=False)
    _running: set[BaseProcess] = field(default_factory=set, init=False)

    def run(self, blocks: Iterable[tuple[int, Block]]) -> None:
        """Work on all blocks, by their numbers. Raises CannotGoOn, and whatever the blocks raise.

        Where it has to end early, it waits for no page: what a process is at will be done again.
        """
        # Few wait, so that memory stays level however long the input is.
        self._tasks = Queue(self.processes)
        threads = [Thread(target=self._serve, daemon=True) for _ in range(self.processes)]
        for thread in threads:
            thread.start()
        try:
            for number, block in blocks:
                if not self._put(Task(number, block)):
                    break
            else:
                for _ in threads:
                    self._put(None)
                for thread in threads:
                    while thread.is_alive():
                        thread.join(_A_MOMENT)
        finally:
            self._stopped.set()
            with self._lock:
                for process in self._running:
                    process.kill()
            for thread in threads:
                thread.join()
        if self._problem is not None:
            raise CannotGoOn(self._problem)

    def _put(self, task: Task | None) -> bool:
        """Hand a task on as soon as one of the processes is ready for it; False where all has stopped."""
        while not self._stopped.is_set():
            with suppress(Full):
                self._tasks.put(task, timeout=_A_MOMENT)
                return True
        return False

    def _serve(self) -> None:
        """Work on tasks until there are none; a fault here must end the run, which would wait for it for ever."""
        try:
            self._work()
        except Exception as error:
            self._stop(f"a fault of wikiproof's own ({type(error).__name__}: {error})")

    def _stop(self, problem: str) -> None:
        self._problem = problem
        self._stopped.set()

    def _work(self) -> None:
        worker = self._start()
        while (task := self._next()) is not None:
            outcome = worker.do(task, self.job)
            lost: dict[int, str] = {}
            while isinstance(outcome, _Lost) and not self._stopped.is_set():
                worker = self._start(instead_of=worker)
                if outcome.index is None or outcome.index in lost:
                    outcome = write(self.folder, task, 1, [failure(None, "", f"a block: {outcome.reason}")])
                    continue
                lost[outcome.index] = outcome.reason
                outcome = worker.do(Task(task.number, task.block, lost), self.job)
            if isinstance(outcome, CannotWrite):
                self._stop(f"cannot write {outcome.reason}; {GO_ON}")
            elif isinstance(outcome, Done):
                with self._lock:
                    self.told(outcome)
        worker.stop()

    def _start(self, instead_of: _Worker | None = None) -> _Worker:
        worker = _Worker.start(_context(), self.job, self.folder)
        with self._lock:
            if instead_of:
                self._running.remove(instead_of.process)
            self._running.add(worker.process)
            if self._stopped.is_set():
                worker.process.kill()
        return worker

    def _next(self) -> Task | None:
        while not self._stopped.is_set():
            with suppress(Empty):
                return self._tasks.get(timeout=_A_MOMENT)
        return None


def _context() -> ForkServerContext | SpawnContext:
    """How processes are started: from one that has the program loaded, where the system can do that."""
    if "forkserver" in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["wikiproof.corpus.warm"])
        return context
    return multiprocessing.get_context("spawn")


def _how(code: int | None) -> str:
    return f"signal {-code}" if code is not None and code < 0 else f"exit status {code}"
