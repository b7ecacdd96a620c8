"""Names without what varies from writer to writer: case, accents, hyphens, apostrophes, full stops."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base letter and a mark, and signs that stand for words.
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ə": "a",
        "&": " and ",
        ".": "",
        **dict.fromkeys("'’‘`´ʼʻʿʾ′\"“”«»", ""),
        **dict.fromkeys("-‐‑‒–—−/_,;:()[]", " "),
    }
)
# The same of ASCII, in bytes, which are replaced many times as fast.
_SPACES = bytes(ord(" ") if chr(each) in "-/_,;:()[]" else each for each in range(256))
_NOTHING = b"'`\"."


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """The name in lower case without accents and punctuation: "Jama'at-e-Islāmī" is "jamaat e islami"."""
    return fold_text(name)


def fold_text(text: str) -> str:
    """The same of a whole text, which is too long to be kept."""
    if text.isascii():
        plain = text.lower().replace("&", " and ").encode().translate(_SPACES, _NOTHING)
        return " ".join(plain.decode().split())
    words = text.casefold().translate(_LETTERS).split()
    return " ".join(" ".join(word if word.isascii() else _unmarked(word) for word in words).split())


@lru_cache(maxsize=1 << 13)
def _unmarked(word: str) -> str:
    marked = unicodedata.normalize("NFKD", word)
    return "".join(c for c in marked if not unicodedata.combining(c)).translate(_LETTERS)
