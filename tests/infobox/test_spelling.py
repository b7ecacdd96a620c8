"""Misspelt names find the name they were meant to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wikiproof.infobox.spelling import distance, nearest


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("fatalites", "fatalities"),
        ("fatalitise", "fatalities"),
        ("locaiton", "location"),
        ("dtae", "date"),
        ("dat", "date"),
        ("lotion", "location"),
        ("casualties", None),
        ("dd", None),
        ("", None),
    ],
)
def test_nearest(word: str, meant: str | None) -> None:
    assert nearest(word, ["date", "fatalities", "location"]) == meant


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_distance_is_symmetric_and_bounded(a: str, b: str) -> None:
    edits = distance(a, b, limit=6)
    assert edits == distance(b, a, limit=6)
    assert (edits == 0) is (a == b)
    assert abs(len(a) - len(b)) <= edits <= max(len(a), len(b))


@given(st.text("abc", max_size=8), st.text("abc", max_size=8), st.integers(0, 3))
def test_a_limit_changes_only_what_is_beyond_it(a: str, b: str, limit: int) -> None:
    edits = distance(a, b, limit=8)
    within = distance(a, b, limit)
    assert within == edits if edits <= limit else within > limit
