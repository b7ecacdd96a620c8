"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import hypothesis
import pytest

# How long an example takes is no test: it depends on what else the machine does.
hypothesis.settings.register_profile("wikiproof", deadline=None)
hypothesis.settings.load_profile("wikiproof")


def pytest_configure(config: pytest.Config) -> None:
    """No test may write into the home of whoever runs it; what is kept here, the next run finds again."""
    os.environ.pop("GITHUB_ACTIONS", None)  # there `lint` would print annotations
    if not hasattr(config, "workerinput"):  # the workers of pytest-xdist have it from their parent
        os.environ["XDG_CACHE_HOME"] = str(config.rootpath / ".pytest_cache" / "home")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests over the corpus take minutes: first, so that the others fill up what they leave idle."""
    items.sort(key=lambda item: "shared" not in getattr(item, "fixturenames", ()))


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
