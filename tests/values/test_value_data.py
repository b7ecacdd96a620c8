"""The data files: every word and every pattern is at work in a sample."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from wikiproof import data
from wikiproof.values import count, counts, date, duration, magnitude, money, number, quantity, time, words
from wikiproof.values.mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Callable

# The readers that take the words of each file.
READERS: dict[str, tuple[Callable[[str], Any], ...]] = {
    "numbers": (count.read, counts.read, number.read),
    "calendar": (date.read, time.read),
    "clock": (time.read,),
    "currencies": (money.read,),
    "magnitudes": (magnitude.read,),
}


def worded_samples() -> list[tuple[str, str]]:
    return [
        (file, sample.format(word))
        for file in READERS
        for vocabulary, sample in data.table("grammar", f"{file}.toml")["samples"].items()
        for word in words.meaning(file, vocabulary)
    ]


@pytest.mark.parametrize(("file", "sample"), worded_samples())
def test_word(file: str, sample: str) -> None:
    assert any(read(sample) for read in READERS[file])


@pytest.mark.parametrize("file", READERS)
def test_every_vocabulary_has_a_sample(file: str) -> None:
    table = data.table("grammar", f"{file}.toml")
    assert set(table["samples"]) == {name for name in table if name.isupper()}


@pytest.mark.parametrize(
    ("read", "file"), [(quantity.read, "units"), (duration.read, "durations")], ids=["units", "durations"]
)
def test_units(read: Callable[[str], Any], file: str) -> None:
    for entry in data.table("grammar", f"{file}.toml")["unit"]:
        assert read(entry["sample"]), entry["sample"]
        for name in entry["names"]:
            assert read(f"3 {name}"), name


def mentioning_samples() -> list[str]:
    table = data.table("grammar", "mentions.toml")
    return [sample for entry in (*table["mention"], *table["amount"]) for sample in entry["samples"]]


@pytest.mark.parametrize("sample", mentioning_samples())
def test_mention(sample: str) -> None:
    sentence = re.sub(r"[\[\]]", "", sample)
    marked = sentence
    for mention in reversed(mentions(sentence)):
        stretch = f"[{sentence[mention.start : mention.end]}]"
        marked = marked[: mention.start] + stretch + marked[mention.end :]
    assert marked == sample
