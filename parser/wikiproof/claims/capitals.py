"""Proper names as English writes them: words with capitals, and the small words between."""

from __future__ import annotations

from wikiproof import expressions

# Where a word can start; the middle of one is no start, so that a search stays linear.
START = r"(?<![\w'’ʼʻʿ`.&–-])"

# One word with a capital: "Kabul", "al-Shabaab", "U.S.", "O'Hare", "Jaish-e-Mohammad".
WORD = (
    r"(?:(?:al|el|ad|an|ar|as|at|ul)[-–])?(?![a-zß-öø-ÿ])[^\W\d_]"
    r"(?:[^\W_]|['’ʼʻʿ`](?!s\b)(?=\w)|[-–&.](?=\w)|(?<=\.[A-Z])\.)*+"
)
_SMALL = r"(?:of|the|de|del|della|la|le|du|des|der|den|von|van|bin|ibn|ul|e|y|da|do|dos|di)"
_BETWEEN = rf"[ \u00a0](?:{_SMALL}[ \u00a0]){{0,2}}"

# A name: "Isle of Man", "Abu Sayyaf". What follows "and" is a name of its own.
NAME = rf"{WORD}(?:{_BETWEEN}{WORD})*"

# Names of two words and more.
LONG_NAME = expressions.compile(rf"{START}{WORD}(?:{_BETWEEN}{WORD})+")
