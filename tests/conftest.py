"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpus, bench and seed beside the checkout; CI must have it, a lone clone need not."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        reason = "needs ../shared (corpus, bench, seed) beside the checkout"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return folder
