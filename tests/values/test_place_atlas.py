"""The table of places is kept whole, is never believed when it is not, and costs nobody a run."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from wikiproof import cache
from wikiproof.values import atlas, survey
from wikiproof.values.atlas import Known

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLACES = [
    (("elder", "port elder"), Known("city", "1", "Elder", ("XA",), (("XA", "XA-1"),), (1.5, -2.25))),
    (("elder",), Known("country", "XE", "Elder", ("XE",))),
    (("oravia",), Known("country", "XA", "Oravia", ("XA",))),
    (("zoll",), Known("region", "Zoll", "Zoll", ())),
]


@pytest.fixture
def surveys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[int]]:
    """A small survey and an empty cache folder; the list gets an entry for each survey made."""
    made: list[int] = []

    def survey_again() -> list[tuple[tuple[str, ...], Known]]:
        made.append(1)
        return PLACES

    monkeypatch.setattr(survey, "survey", survey_again)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    forget()
    yield made
    forget()


def forget() -> None:
    """As in a new process."""
    atlas._table.cache_clear()
    atlas.find.cache_clear()


def names(key: str) -> list[str]:
    forget()
    return [known.code for known in atlas.find(key)]


def kept(folder: Path) -> Path:
    (file,) = (folder / "wikiproof").iterdir()
    return file


@pytest.mark.parametrize(
    ("key", "codes"),
    [
        ("elder", ["1", "XE"]),
        ("port elder", ["1"]),
        ("oravia", ["XA"]),
        ("zoll", ["Zoll"]),
        ("", []),
        ("a", []),
        ("eld", []),
        ("zz", []),
        ("\udc80", []),
    ],
)
@pytest.mark.usefixtures("surveys")
def test_finds(key: str, codes: list[str]) -> None:
    assert names(key) == codes


def test_keeps_what_it_knows_of_a_place(surveys: list[int]) -> None:
    assert names("elder") == names("elder") == ["1", "XE"]
    assert atlas.find("port elder") == (PLACES[0][1],)
    assert surveys == [1]


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[: len(content) // 2],
        lambda content: content[:-1],
        lambda content: content.replace(b"Oravia", b"Oraviu"),
        lambda _: b"",
        lambda _: b"elder\tnot a place\n",
        lambda _: bytes(range(256)),
    ],
    ids=["truncated", "a byte short", "a letter changed", "empty", "foreign", "binary"],
)
def test_a_damaged_file_is_replaced(damage: object, surveys: list[int], tmp_path: Path) -> None:
    names("elder")
    whole = kept(tmp_path).read_bytes()
    kept(tmp_path).write_bytes(damage(whole))  # type: ignore[operator]  # a table of lambdas has no better type
    assert names("elder") == ["1", "XE"]
    assert kept(tmp_path).read_bytes() == whole
    assert surveys == [1, 1]


def test_a_folder_in_its_place(surveys: list[int], tmp_path: Path) -> None:
    names("elder")
    path = kept(tmp_path)
    path.unlink()
    path.mkdir()
    assert names("elder") == ["1", "XE"]
    assert kept(tmp_path) == path, "no draft may stay behind"
    assert surveys == [1, 1]


def test_nowhere_to_keep_it(surveys: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))  # not even root can make a folder in it
    assert names("elder") == names("elder") == ["1", "XE"]
    assert surveys == [1, 1]


def test_a_relative_cache_folder_is_ignored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache.folder() == tmp_path / ".cache" / "wikiproof"


def test_many_writers_leave_one_whole_file(tmp_path: Path) -> None:
    contents = [bytes([letter]) * 1_000_000 for letter in b"abcdefgh"]
    path = tmp_path / "new" / "places.tsv"
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda content: cache.write(path, content), contents))
    assert path.read_bytes() in contents
    assert list(path.parent.iterdir()) == [path]
