"""What all tests share."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

# Of Chromium: a machine of tests has one user, and nothing to tell its makers.
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; CI must have it, others may skip what needs it."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        chromium = None
    if chromium is None:
        reason = "needs Chromium and the extra `browser`: apt install chromium; pip install -e '.[browser]'"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()
