"""How what an infobox says of a flight is compared with the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikiproof.claims import Standing
from wikiproof.claims.aircraft import aircraft_in, marks_in, words
from wikiproof.role import Role
from wikiproof.values import Name
from wikiproof.values.folding import fold
from wikiproof.values.name import is_acronym

if TYPE_CHECKING:
    from collections.abc import Callable

    from wikiproof.claims import Claim, Claims

    Told = list[Claim]


def denials(field: Claim, claims: Claims) -> Told:
    """The claims of the text that deny a field of the flight; none where any agrees or may."""
    compare = _COMPARED.get(field.role)
    if compare is None or field.field is None:
        return []
    told = [c for c in claims.flight if c.role is field.role]
    beside = [c for c in claims.infobox if c.role is field.role and c.field is not field.field]
    return compare(field, told, beside, claims) if told else []


def _types(field: Claim, told: Told, beside: Told, claims: Claims) -> Told:
    own = next(aircraft_in(field.text), None)
    types = [(type_, c) for c in told for type_ in aircraft_in(c.text)]
    if own is None or any(own.is_one_with(type_) for type_, _ in types):
        return []
    others = [type_ for c in beside for type_ in aircraft_in(c.text)]
    speaking = [(t, c) for t, c in types if c.speaks and not any(t.alike(other) for other in others)]
    variants = [c for type_, c in speaking if type_.alike(own)]
    if variants:
        return variants
    if any(type_.alike(own) for type_, _ in types) or own.is_named_in(claims.folded):
        # Of another aircraft perhaps: only an opening that tells of one alone denies it.
        speaking = [(type_, c) for type_, c in speaking if c.standing is Standing.OPENING]
        if beside or len({type_.models for type_, _ in speaking}) != 1:
            return []
    return [c for type_, c in speaking if type_.excludes(own)]


def _marks(field: Claim, told: Told, beside: Told, claims: Claims) -> Told:
    own = {fold(mark) for mark in marks_in(field.text)}
    others = {fold(mark) for c in beside for mark in marks_in(c.text)}
    if not own or any(f" {mark} " in f" {claims.folded} " for mark in own):
        first = next((c for c in told if c.standing.in_lead), None)
        alone = first is not None and not beside and not own & {fold(c.text) for c in told}
        return [first] if own and first is not None and alone else []
    return [c for c in told if c.speaks and fold(c.text) not in others]


def _operators(field: Claim, told: Told, beside: Told, claims: Claims) -> Told:
    own = _words(field.text, "airline")
    denials = [c for c in told if c.speaks and c.standing <= Standing.EVENT_SECTION]
    if not own or beside or not denials or any(_alike(field, c) for c in told):
        return []
    may_have = re.compile("|".join(words("flew")))
    for paragraph in claims.article.paragraphs():
        for sentence in paragraph.sentences:
            string = sentence.text.string
            if may_have.search(string) and own & set(fold(string).split()):
                return []
    if any(_one(field, c, claims) for c in told):  # last: who is who is asked of the whole article
        return []
    return sorted(denials, key=lambda c: c.of == "title")


def _numbers(field: Claim, told: Told, beside: Told, claims: Claims) -> Told:
    own = set(re.findall(r"\d+", field.text))
    if not own or beside or own & set(re.findall(r"\d+", claims.folded)):
        return []
    return [c for c in told if not own & set(re.findall(r"\d+", _name(c)))]


def _ends(field: Claim, told: Told, beside: Told, claims: Claims) -> Told:
    own, said = _words(field.text, "airport"), _words(told[0].text, "airport")
    if beside or not own or not said or own & said:
        return []
    other = Role.ORIGIN if field.role is Role.DESTINATION else Role.DESTINATION
    swapped = any(own & _words(c.text, "airport") for c in claims.flight if c.role is other)
    both = all("airport" in fold(c.text) for c in (field, told[0]))
    unknown = both and not own & set(claims.folded.split())
    return told[:1] if swapped or unknown else []


def _alike(field: Claim, text: Claim) -> bool:
    """Whether two names of airlines share a telling word, or one is the other's initials."""
    ours, theirs = _name(field), _name(text)
    shared = _words(field.text, "airline") & _words(theirs, "airline")
    return bool(shared) or is_acronym(theirs, ours) or is_acronym(ours, theirs)


def _one(field: Claim, text: Claim, claims: Claims) -> bool:
    return claims.names.same(_name(field), _name(text))


def _name(claim: Claim) -> str:
    return claim.value.name if isinstance(claim.value, Name) else claim.text


def _words(name: str, kind: str) -> set[str]:
    """The words of a name that tell it from others of its kind."""
    return {word for word in fold(name.split("\n")[0]).split() if len(word) > 1} - set(words(kind))


_COMPARED: dict[Role, Callable[[Claim, Told, Told, Claims], Told]] = {
    Role.AIRCRAFT: _types,
    Role.REGISTRATION: _marks,
    Role.OPERATOR: _operators,
    Role.FLIGHT: _numbers,
    Role.ORIGIN: _ends,
    Role.DESTINATION: _ends,
}
