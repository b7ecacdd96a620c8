"""Whether a smaller number in the text may count some of those of a larger one, without saying so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikiproof.claims import Scope, Standing
from wikiproof.claims.counts import kinds
from wikiproof.claims.people import kind_named
from wikiproof.claims.totals import (
    begins_with_a_place,
    is_of_then,
    names_a_site,
    names_a_total,
    place_named,
    tells_of_more,
)
from wikiproof.role import Role
from wikiproof.values import Agreement, Count, compare
from wikiproof.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikiproof.article import Sentence
    from wikiproof.claims import Claim, Claims

_WITH_OTHERS = re.compile(r"\bincluding [^\d,;]* and ")  # "11 (including the gunman and his parents)"


def may_be_part(larger: Claim, text: Claim, claims: Claims) -> bool:
    """Whether a number in the text may be a part of a larger one, or an earlier count.

    One of several numbers in the sections may, unless it says that it is all; and so may one kind of people, but
    in the paragraph that introduces the event where no other kind is counted.
    """
    if not isinstance(larger.value, Count) or not isinstance(text.value, Count):
        return False
    if text.role is Role.MISSING and not text.standing.in_lead and text.value.low > larger.value.low:
        return _is_early(text, claims)  # the missing grow fewer
    if larger.value.low <= (text.value.low if text.value.high is None else text.value.high):
        return False
    if larger.field is not None and _WITH_OTHERS.search(larger.text):
        return True
    if text.whole and text.value.high == 1:  # "the only fatality", whenever they died
        return False
    if text.standing.in_lead:
        later = text.sentence is not None and tells_of_more(text.sentence.text.string)
        return text.value.high is not None and (later or (not text.whole and _is_of_some(text, claims)))
    if any(may(text, claims) for may in (_is_early, _is_placed, _is_of_a_group_named_before, _is_of_the_men)):
        return True
    return not _is_in_all(text) and _is_one_of_several(text, claims)


def _is_in_all(text: Claim) -> bool:
    """Whether a section says so in words: in it the toll, or what the attack did, may be of one day or place."""
    return text.whole and text.sentence is not None and names_a_total(text.sentence.text.string)


def _is_of_some(text: Claim, claims: Claims) -> bool:
    """Whether a number of the lead counts one kind of people among others."""
    kind = None if text.parts else kind_named(text.of or "")
    of_a_kind = text.scope is Scope.GROUP or kind is not None
    alone = text.standing is Standing.OPENING and kind not in ("rescuers", "journalists")
    return of_a_kind and not (alone and not _counts_others(text, claims)) and not _is_known(text, claims)


def _is_known(text: Claim, claims: Claims) -> bool:
    """Whether the text comes back to the number as one it knows: "of the 35 injured", "the 35 injured were"."""
    alike = [c for c in claims.of_text(text.role) if c.value == text.value and kind_named(c.of or "") is None]
    others = {c.value for c in claims.of_text(text.role) if c.speaks and c.value != text.value}
    return len(alike) > 1 and all(c.text.startswith("the ") for c in alike) and not others


def _is_early(text: Claim, claims: Claims) -> bool:
    """Whether the sentence says that it counts for one time, or it or the next of its paragraph tell of more."""
    own, *following = [s.text.string for s in _from(text, claims)] or [""]
    beside = own.replace(text.text, " ")
    return is_of_then(beside) or any(map(tells_of_more, (beside, *following)))


def _from(text: Claim, claims: Claims) -> Sequence[Sentence]:
    """The sentences of the claim's paragraph from its own on."""
    for paragraph in claims.article.paragraphs():
        for number, sentence in enumerate(paragraph.sentences):
            if sentence is text.sentence:
                return paragraph.sentences[number:]
    return ()


def _is_placed(text: Claim, claims: Claims) -> bool:
    """Whether the sentence begins with a place or day, or names behind the number one that is not the event's."""
    if text.sentence is None:
        return False
    string = text.sentence.text.string
    start = max(string.find(text.text), 0)
    if begins_with_a_place(string) or (not _is_in_all(text) and names_a_site(string[:start])):
        return True
    named = place_named(string, start + len(text.text))
    own = (claims.event.title, *(part for place in claims.event.places for part in place.parts))
    return named is not None and fold(named) not in fold(" ".join(own))


def _is_of_a_group_named_before(text: Claim, claims: Claims) -> bool:
    """Whether its bare number follows one of a kind: "In all, seven policemen died and sixty were wounded"."""
    if text.of:
        return False
    return any(c.sentence is text.sentence and c.scope is Scope.GROUP for c in claims.body if c.sentence)


def _is_of_the_men(text: Claim, claims: Claims) -> bool:
    """Whether it counts men, where the account tells of women or children too."""
    words = f" {claims.folded_event} "
    return (text.of or "").endswith("men") and any(f" {other} " in words for other in ("women", "children"))


def _is_one_of_several(text: Claim, claims: Claims) -> bool:
    """Whether the sections give other numbers, or the lead one that is not it."""
    alike = [c for c in claims.of_text(text.role) if _is_of_all(c)]
    told = {c.value for c in alike if c.standing is text.standing}
    return len(told) > 1 or any(
        c.standing.in_lead and c.speaks and compare(c.value, text.value) is Agreement.DIFFER for c in alike
    )


def _is_of_all(claim: Claim) -> bool:
    return claim.scope is Scope.TOTAL and "OTHERS" not in kinds(claim.of or "")


def _counts_others(text: Claim, claims: Claims) -> bool:
    """Whether the article counts victims of another kind beside those of the claim."""
    own = (None, "attackers", kind_named(text.of or ""))
    return any(
        c.scope is Scope.ADDITION or kind_named(c.of or "") not in own
        for c in claims.of_text(text.role)
        if c.standing < Standing.BACKGROUND
        and c.value != text.value
        and all(stop.gate in ("G5", "G6") for stop in c.stops)
    )
