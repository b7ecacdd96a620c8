"""The command line: options in, one call, a report and an exit status out."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from wikiproof import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TextIO

    from wikiproof.article import Article
    from wikiproof.read.files import Input, Unreadable
    from wikiproof.report import Checked
    from wikiproof.rules import Rule

CLEAN, FOUND, FAILED = 0, 1, 2
INTERRUPTED = 130
