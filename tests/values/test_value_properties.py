"""What holds of every text: reading never fails, offsets fit, comparisons are fair."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from wikiproof.text import verbatim
from wikiproof.values import Agreement, Date, FreeText, Listing, Unread, Value, compare, guess, read
from wikiproof.values.mentions import mentions

KINDS = (
    "date", "time", "duration", "count", "counts", "counts-or-names", "number", "percent", "quantity",
    "money", "magnitude", "coordinates", "place", "places", "name", "names", "text", "infobox", "no kind",
)  # fmt: skip
PIECES = (
    "8", "31", "45", "1945", "2022-02-08", "44", "BC", "May", "february", "Tuesday", "of", "the", "to",
    "and", "between", "from", "at least", "more than", "about", "c.", "~", "40", "1,234", "3.5", "million",
    "forty", "one", "hundred", "a", "dozen", "dozens", "no", "killed", "soldiers", "(", ")", "including", "+",
    "-", "–", ",", ";", ":", ".", "\n", " ", "22:30", "pm", "UTC", "+1", "km", "°", "N", "E", "′", "″", "$",
    "US$", "%", "Mw", "magnitude", "EF4", "IX", "?", "unknown", "present", "since", "İ", "ß", "²", "…", "[",
    "]", "/", "'",
)  # fmt: skip

texts = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
)


def all_values(text: str) -> list[Value]:
    return [guess(verbatim(text, 0)), *(read(verbatim(text, 0), kind) for kind in KINDS)]


@settings(max_examples=400, deadline=None)
@given(texts)
def test_reading_is_total_and_its_offsets_lie_in_the_text(text: str) -> None:
    for value in all_values(text):
        assert value.as_json()["kind"]
        if isinstance(value, Date):
            assert value.actual_weekday is None or value.first <= (9999, 12, 31)
        if isinstance(value, Listing):
            spans = [(item.start, item.end) for item in value.items]
            assert spans == sorted(spans)
            assert all(0 <= start < end <= len(text) for start, end in spans)


@settings(max_examples=200, deadline=None)
@given(texts, texts)
def test_comparing_is_fair(first: str, second: str) -> None:
    values = [value for value in all_values(first) if not isinstance(value, (FreeText, Unread))]
    for value in values:
        assert compare(value, value) is not Agreement.DIFFER
        for other in all_values(second):
            assert compare(value, other) is compare(other, value)


@settings(max_examples=400, deadline=None)
@given(texts)
def test_mentions_stand_in_order(text: str) -> None:
    found = mentions(text)
    ends = [0, *(mention.end for mention in found)]
    for mention, before in zip(found, ends, strict=False):
        assert before <= mention.start < mention.end <= len(text)
