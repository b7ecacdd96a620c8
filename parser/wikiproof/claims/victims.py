"""Who died, in articles named after their victims: "Shooting of X", "Murder of X and Y"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikiproof.claims.model import Claim, Standing
from wikiproof.claims.titles import title_victims
from wikiproof.claims.tokens import letters_of
from wikiproof.role import Role
from wikiproof.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wikiproof.claims.reading import ReadSentence

_BETWEEN = re.compile(r", (?:and )?| and ")


def victims(title: str, opening: Sequence[ReadSentence]) -> Iterator[Claim]:
    """That as many died as the title names, if a sentence of the opening has them dead, all by their last names."""
    named = title_victims(title)
    if named is None:
        return
    names = _BETWEEN.split(named)
    for read in opening:
        tokens, string = read.tokens[0], read.sentence.text.string
        if not all(name.split()[-1] in string for name in names):
            continue
        for index, letter in enumerate(tokens.letters):
            if letter in letters_of("KILLED", "DIED"):
                span = read.sentence.text.locate(tokens.starts[index], tokens.ends[index])
                text = f"{named} {tokens.text(index, index + 1)}"
                value = Count(len(names), len(names))
                yield Claim(Role.DEATHS, value, text, span, Standing.OPENING, sentence=read.sentence)
                return
