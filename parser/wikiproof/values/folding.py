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


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """The name in lower case without accents and punctuation: "Jama'at-e-Islāmī" is "jamaat e islami"."""
    folded = name.casefold().translate(_LETTERS)
    if not folded.isascii():
        marked = unicodedata.normalize("NFKD", folded)
        folded = "".join(c for c in marked if not unicodedata.combining(c)).translate(_LETTERS)
    return " ".join(folded.split())
