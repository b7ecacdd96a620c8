"""Whatever stands in a file of settings or accepted findings: it is read, or what is wrong is told with its line."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wikiproof.config import ConfigError, Configs, load_baseline
from wikiproof.config.lines import line_of

if TYPE_CHECKING:
    from pathlib import Path

_LINES = st.sampled_from(
    (
        'select = ["Q"]', 'select = [', '"Q01",', "]", "ignore = []", "ignore = 'Q01'", "[severity]", 'Q01 = "info"',
        'Q77 = "info"', '[per-path."drafts/"]', "[per-path.x]", "per-path = 1", 'aliases = [["a", "b"]]', 'x = """',
        '"""', "min-severity = 'error'", "baseline = 'none.toml'", "[[accepted]]", 'article = "A"', 'rule = "Q01"',
        'values = ["1", "2"]', "version = 1", "version = 2", 'reason = "wrong finding"', "a.b.c = 1", "# comment", "",
        "[tool.wikiproof]", "'' = 1", '"é\\u0041" = 1', "= 1", "[", "\x00",
    )
)  # fmt: skip
_TEXT = st.lists(_LINES, max_size=10).map("\n".join)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_TEXT)
def test_any_text(tmp_path: Path, text: str) -> None:
    file = tmp_path / "wikiproof.toml"
    file.write_text(text, encoding="utf-8")
    for read in (lambda: Configs(file=file).settings("A.wiki"), lambda: load_baseline(file)):
        line = None
        try:
            read()
        except ConfigError as error:
            line = error.line
        assert line is None or 1 <= line <= text.count("\n") + 1


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("select",), 2),
        (("severity", "Q01"), 7),
        (("per-path", "drafts/", "ignore"), 10),
        (("per-path", "a b", "select"), 12),
        (("per-path", "drafts/", "select"), 9),
        (("none",), 1),
    ],
)
def test_where_a_key_stands(path: tuple[str, ...], line: int) -> None:
    text = (
        "# select = 1\n"
        'select = [\n  "Q01", # ignore = []\n  "D"\n]\n'
        "[ severity ] # how much\n"
        '"Q01" = "info"\n\n'
        "[per-path.'drafts/']\nignore = []\n"
        '[per-path."a b"]\n'
        "select = []\n"
    )
    tomllib.loads(text)
    assert line_of(text, path) == line
