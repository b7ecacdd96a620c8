"""What the pages say of settings, baselines and reasons is what the schemas and examples have."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path
from typing import Any

from wikiproof.config import REASONS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def shown(name: str) -> dict[str, Any]:
    """The TOML on a page."""
    (block,) = re.findall(r"^```toml\n(.*?)^```$", page(name), re.MULTILINE | re.DOTALL)
    return tomllib.loads(block)


def test_the_table_of_settings_is_the_schema() -> None:
    spec = importlib.util.spec_from_file_location("build", DOCS / "build.py")
    assert spec is not None
    assert spec.loader is not None
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    table = "\n".join(build.settings_table())
    assert table in page("configuration.md"), f"docs/configuration.md should have\n\n{table}"


def test_the_settings_shown_are_those_of_the_example() -> None:
    assert shown("configuration.md") == tomllib.loads(page("examples/wikiproof.toml"))


def test_the_entry_shown_is_the_one_of_the_example() -> None:
    assert shown("accept.md")["accepted"] == tomllib.loads(page("examples/accepted.toml"))["accepted"]


def test_every_reason_is_explained() -> None:
    assert tuple(re.findall(r"^\| `([a-z ]+)` \|", page("accept.md"), re.MULTILINE)) == REASONS
