import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind

from wikiproof.serve.language.positions import Positions

TEXT = "Штурм\r\ne\u0301té 😀 end\rlast\u2028one\n"


@pytest.mark.parametrize(
    ("part", "encoding", "line", "character"),
    [
        ("турм", "utf-16", 0, 1),
        ("турм", "utf-8", 0, 2),
        ("té", "utf-16", 1, 2),
        ("end", "utf-16", 1, 8),
        ("end", "utf-32", 1, 7),
        ("end", "utf-8", 1, 12),
        ("last", "utf-16", 2, 0),
        ("one", "utf-16", 2, 5),
    ],
)
def test_position(part: str, encoding: str, line: int, character: int) -> None:
    positions = Positions.of(TEXT, encoding)
    assert positions.position(TEXT.index(part)) == Position(line, character)
    assert positions.offset(Position(line, character)) == TEXT.index(part)


@given(st.text(st.sampled_from("aé😀\u0301\r\nШ\u2028 ")), st.sampled_from(list(PositionEncodingKind)))
def test_there_and_back(text: str, encoding: PositionEncodingKind) -> None:
    positions = Positions.of(text, encoding)
    for offset in range(len(text) + 1):
        # Between a line's text and its end, and within "\r\n", editors have no position of their own.
        if text[offset - 1 : offset + 1] != "\r\n":
            assert positions.offset(positions.position(offset)) == offset


def test_beyond_the_end() -> None:
    positions = Positions.of("ab\ncd")
    assert positions.offset(Position(0, 99)) == 2
    assert positions.offset(Position(9, 0)) == 5


def test_within_a_character() -> None:
    assert Positions.of("😀b").offset(Position(0, 1)) == 0
