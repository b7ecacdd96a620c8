"""The infobox's columns of belligerents or commanders against those whom the text names in the same role."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.claims.model import Standing
from wikiproof.claims.rivals import rivals
from wikiproof.claims.sides import columns, names_of
from wikiproof.role import Role
from wikiproof.values import Name, gazetteer
from wikiproof.values.folding import fold_text
from wikiproof.values.name import core, is_person, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Field
    from wikiproof.claims.gather import Claims
    from wikiproof.claims.model import Claim
    from wikiproof.claims.rivals import Rival


_PAIR = 2
_OF_PARTIES = frozenset((Role.BELLIGERENT, Role.COMMANDER, Role.RESULT))


@dataclass(frozen=True)
class Columns:
    """The columns of one role, and the claims of the text about who was in it."""

    claims: Claims
    role: Role
    fields: tuple[Field, ...]

    @staticmethod
    def of(claims: Claims, role: Role) -> Columns:
        """The columns of the article's infoboxes that give names."""
        return Columns(claims, role, tuple(f for f in columns(claims.article, role) if names_of(f)))

    @cached_property
    def told(self) -> tuple[Claim, ...]:
        """The lead's claims of who was in the role."""
        return tuple(claim for claim in self._speaking if claim.standing.in_lead)

    @property
    def _speaking(self) -> Iterator[Claim]:
        """Commanders are told as such; belligerents as parties, by whose army was led, and by who won and lost."""
        roles = {Role.COMMANDER} if self.role is Role.COMMANDER else _OF_PARTIES
        return (c for c in self.claims.body if c.role in roles and c.speaks and self._named(c))

    def _named(self, claim: Claim) -> str:
        if self.role is Role.BELLIGERENT and claim.role is Role.COMMANDER:
            return claim.actor or ""
        return claim.value.name if isinstance(claim.value, Name) else ""

    def shared(self) -> Iterator[tuple[str, Field, Field]]:
        """Names in the columns of two sides, with both; belligerents only where nothing else stands there."""
        for number, field in enumerate(self.fields):
            for other in self.fields[:number]:
                if field.side == other.side or changed().search(field.text.string + other.text.string):
                    continue
                whole = self.role is Role.COMMANDER or "(" not in field.text.string + other.text.string
                if whole and (name := self._shared(names_of(field), names_of(other))):
                    yield name, field, other

    def _shared(self, ours: list[str], theirs: list[str]) -> str | None:
        if self.role is Role.BELLIGERENT:  # one that is all of a column, and one of the other
            alone = [names[0] for names in (ours, theirs) if len(names) == 1]
            return next((name for name in alone if name in ours and name in theirs), None)
        return next((a for a in ours for b in theirs if self.claims.names.same(a, b)), None)

    def exchanged(self) -> Iterator[tuple[Field, Claim]]:
        """Columns with a commander whom the lead has lead the other side's army, and the lead's words.

        Where the lead does not tell of him, sections may, if they all put him on that side.
        """
        if self.role is not Role.COMMANDER:
            return
        told = [c for c in self.claims.of_text(Role.COMMANDER) if c.actor and self._named(c)]
        for claim in told:
            holding = self._sides_of(claim)
            side = self._army(claim.actor or "", holding) if len(holding) == 1 else None  # else namesakes
            if side is None or side in holding or is_beside(claim):
                continue
            if not (self._is_titled(claim, holding) or (claim.speaks and leading().search(claim.text))):
                continue
            others = (c for c in told if self.claims.names.same(self._named(c), self._named(claim)))
            if (claim.standing.in_lead and claim.speaks) or all(
                self._army(c.actor or "", holding) in (side, None) for c in others
            ):
                yield from ((field, claim) for field in self.fields if self._holds(field, claim))

    def _is_titled(self, claim: Claim, holding: set[int | None]) -> bool:
        """Whether words only name a man with whose he is ("Dorian Minister Oakley"), whatever they go on with.

        A general may be of the nation that he fights, unless that of his column is another.
        """
        if claim.standing > Standing.OTHER_SECTION or leading().search(claim.text):
            return False
        if self.claims.sides.by_belligerents(claim.actor or "") is None:
            return True  # "Oakley's lieutenant"
        ours = (n for side in holding for n in self.claims.sides.belligerents.get(side or 0, ()))
        return civil().search(claim.text) is not None or any(map(self.claims.names.of_a_country, ours))

    def _army(self, actor: str, but: set[int | None]) -> int | None:
        """Whose army it is: by the belligerents, or as "Harald's fleet" by the commander of another side."""
        side = self.claims.sides.by_belligerents(actor)
        if side is not None:
            return side
        led = {f.side for f in self.fields if any(self.claims.names.same(actor, man) for man in names_of(f))}
        return led.pop() if len(led) == 1 and not led & but else None

    def replacement(self, field: Field) -> Claim | None:
        """Who the text says was in the role of a column that names others, unheard of in it; None if that is open."""
        ours, names = names_of(field), self.claims.names
        if multinational().search(field.text.string):
            return None
        nowhere = all(map(names.unnamed, ours))
        places: tuple[Standing, ...] = (
            Standing.OPENING, Standing.LEAD, Standing.EVENT_SECTION, Standing.OTHER_SECTION
        )  # fmt: skip
        if self.role is Role.BELLIGERENT or not nowhere:
            places = places[: 1 + nowhere]
        told = [claim for claim in self._speaking if claim.standing in places]
        if self.role is Role.BELLIGERENT:
            apart = (
                nowhere
                or self._partly_unnamed(ours)
                or all(names.unnamed(name, self.claims.folded_lead) for name in ours)
            )
        else:
            apart = nowhere or not any(map(self._in_opening, ours))
        if not apart or (nowhere and any(self._holds(field, claim) for claim in told)):
            return None
        others = [other for other in self.fields if other.side != field.side]
        missing = [c for c in told if self._tells(c) and not any(self._holds(f, c) for f in self.fields)]
        settled = bool(others) and all(
            any(self._holds(other, c) for c in told) or (nowhere and self._in_lead(other)) for other in others
        )
        found = [c for c in missing if (settled and self._may_be_any(c)) or self._side(c) == field.side]
        lead = [claim for claim in found if claim.standing.in_lead]
        return next(iter(lead or (found if len({self._named(c) for c in found}) == 1 else ())), None)

    def _may_be_any(self, claim: Claim) -> bool:
        """Whether nothing says whose a man is: "the Dorian general Oakley" is told to be a foreigner."""
        stranger = self.role is Role.COMMANDER and not leading().search(claim.text)
        foreign = (
            stranger
            and self.claims.names.of_a_country(claim.actor or "")
            and bool(self.claims.sides.belligerents)
        )
        return self._side(claim) is None and not foreign

    def rival(self, field: Field) -> Rival | None:
        """A group that opens the article and stands in no column, for the one column that the text never names."""
        if self.role is not Role.BELLIGERENT or any(map(gazetteer.lookup, names_of(field))):
            return None  # a state may fight as "government troops" throughout
        everyone = [name for other in self.fields for name in names_of(other)]
        allied = self.claims.names.allied
        found = (
            r
            for r in rivals(self.claims, names_of(field), targets=True)
            if not any(allied(r.actor, n) for n in everyone)
        )
        return next(found, None)

    def crossed(self) -> Iterator[tuple[Field, Claim]]:
        """Columns of one belligerent whose own commander the lead has lead another's army, and the lead's words.

        The column's belligerent must be one that the text never names, or has the other side's commander lead.
        """
        if self.role is not Role.BELLIGERENT:
            return
        commanders = Columns.of(self.claims, Role.COMMANDER)
        if not (self.fields and commanders.fields):
            return
        led = [(claim, commanders._sides_of(claim)) for claim in commanders.told if claim.actor]
        for field in self.fields:
            ours = names_of(field)
            own = next(
                (c for c, sides in led if sides == {field.side} and self._foreign(ours, c.actor)), None
            )
            if len(ours) != 1 or own is None:
                continue
            given = any(
                sides and field.side not in sides and self._leads(claim, ours[0]) for claim, sides in led
            )
            names, army = self.claims.names, own.actor or ""
            apart = names.foreign(ours[0], army) or names.is_group(army)
            if given or (apart and names.unnamed(ours[0])):
                yield field, own

    def _sides_of(self, claim: Claim) -> set[int | None]:
        """The sides whose columns hold the claim's man."""
        return {field.side for field in self.fields if self._holds(field, claim)}

    def _leads(self, claim: Claim, army: str) -> bool:
        return any(self.claims.names.allied(army, told) for told in (claim.actor, self._named(claim)) if told)

    def _foreign(self, ours: list[str], actor: str | None) -> bool:
        """Whether an army is named for certain, and is none of ours."""
        if not actor or set(core(actor).split()) <= words("umbrella") | words("common") | words("nobody"):
            return False
        if self.claims.sides.by_belligerents(actor) is not None:
            return False  # it has a column: the man may be in the wrong one
        return not any(self.claims.names.allied(one, actor) for one in ours)

    def _partly_unnamed(self, ours: list[str]) -> bool:
        """Whether one of two belligerents is named nowhere; of more, some always are."""
        return len(ours) == _PAIR and any(map(self.claims.names.unnamed, ours))

    def _side(self, claim: Claim) -> int | None:
        if self.role is Role.BELLIGERENT:
            return self.claims.sides.side(self._named(claim))
        return self.claims.sides.by_belligerents(claim.actor) if claim.actor else None

    def _tells(self, claim: Claim) -> bool:
        """Whether the claim names one for certain: a man by his full name, or no "Allies"."""
        if is_beside(claim):
            return False
        name = self._named(claim)
        if self.role is Role.COMMANDER:
            return not civil().search(claim.text) and (is_person(name) or claim.text.strip().endswith(name))
        if any(self.claims.names.same(name, man) for man in self._commanders):
            return False
        if not self.claims.names.of_a_country(name) and _UNIT.search(name):
            return False
        known = gazetteer.lookup(name)
        if gazetteer.noun(name) or (known and not any(place.kind == "country" for place in known)):
            return False
        return not set(core(name).split()) <= words("umbrella") | words("common") | words("nobody")

    @cached_property
    def _commanders(self) -> tuple[str, ...]:
        """The men of all columns: "Octavian's victory" names no belligerent."""
        fields = columns(self.claims.article, Role.COMMANDER)
        return tuple(name for field in fields for name in names_of(field))

    def _holds(self, field: Field, claim: Claim) -> bool:
        named = self._named(claim)
        if self.role is Role.BELLIGERENT:
            return any(self.claims.names.allied(name, named) for name in names_of(field))
        last = core(named).rpartition(" ")[2]  # "Lee, with Ray and Fox" holds Ann Lee
        written = f" {fold_text(field.text.string)} "
        return any(self.claims.names.same(name, named) for name in names_of(field)) or f" {last} " in written

    @cached_property
    def _opening(self) -> str:
        return f" {fold_text(' '.join(read.sentence.text.string for read in self.claims.opening))} "

    def _in_lead(self, field: Field) -> bool:
        return self.role is Role.BELLIGERENT and any(
            f" {alias} " in f" {self.claims.folded_lead} "
            for name in names_of(field)
            for alias in self.claims.names.aliases(name)
        )

    def _in_opening(self, name: str) -> bool:
        known = {*self.claims.names.aliases(name), core(name).rpartition(" ")[2]}
        return any(f" {alias} " in self._opening for alias in known)


_UNIT = re.compile(r"\b(?:Army of|Corps|Division|Regiment|Brigade|Legion|Battalion|Fleet)\b")


def is_beside(claim: Claim) -> bool:
    """Whether the claim is about those who only help ("with the Dorians under …"), or of former days."""
    if claim.sentence is None:
        return False
    at = claim.sentence.text.string.find(claim.text)
    named = claim.sentence.text.string.find(claim.actor or "", at) if claim.actor else at
    return bool(beside().search(claim.sentence.text.string[: max(at, named)]))


@cache
def beside() -> re.Pattern[str]:
    """What ends before those who only help, or did once."""
    return re.compile(rf"\b(?:{_words_of('beside')}) ?$", re.IGNORECASE)


@cache
def multinational() -> re.Pattern[str]:
    """Forces of many nations."""
    return re.compile(rf"\b(?:{_words_of('multinational')})\b", re.IGNORECASE)


def _words_of(entry: str) -> str:
    table = data.table("grammar", "claims", "sides.toml")
    return "|".join(map(re.escape, sorted(table[entry]["words"], key=len, reverse=True)))


@cache
def civil() -> re.Pattern[str]:
    """Titles of those who speak for a side, but need not command it."""
    return re.compile(rf"\b(?:{_words_of('civil')})\b", re.IGNORECASE)


@cache
def leading() -> re.Pattern[str]:
    """Words that tell of a command: "under", "led by"."""
    table = data.table("grammar", "claims", "words.toml")
    found = (*table["LED"]["words"], *table["COMMANDED"]["words"])
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, found))})\b", re.IGNORECASE)


@cache
def changed() -> re.Pattern[str]:
    """Words by which a column tells that a man changed sides."""
    return re.compile(_words_of("changed"), re.IGNORECASE)
