"""What is kept between runs is whole, is found again, and does not pile up."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from wikiproof import cache

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "wikiproof"


def test_is_made_once_for_each_stamp(home: Path) -> None:
    made: list[str] = []

    def make(stamp: str) -> bytes:
        made.append(stamp)
        return stamp.encode()

    for stamp in ("old", "new", "old"):
        assert cache.kept("things.txt", stamp, lambda stamp=stamp: make(stamp)) == stamp.encode()  # type: ignore[misc]  # a default is no type
    assert made == ["old", "new"]
    assert sorted(each.name for each in home.iterdir()) == ["things-new.txt", "things-old.txt"]


def test_what_was_long_not_used_is_dropped(home: Path) -> None:
    for number in range(20):
        cache.keep("things.txt", f"{number:02}", b"content")
        os.utime(home / f"things-{number:02}.txt", (number, number))
    assert len(list(home.iterdir())) == cache._MOST
    cache.keep("other.txt", "1", b"content")
    assert cache.find("things.txt", "13"), "the last used of another name stay"
    cache.keep("things.txt", "20", b"content")
    left = {each.name for each in home.glob("things-*")}
    assert {"things-13.txt", "things-20.txt"} < left, "what was used just now is not the oldest"
    assert len(left) == cache._MOST


def test_a_damaged_file_is_not_found(home: Path) -> None:
    cache.keep("things.txt", "1", b"content")
    (file,) = home.iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    assert cache.find("things.txt", "1") is None
