"""How the numbers of each side in an infobox are compared with those of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import reduce
from itertools import combinations, groupby, zip_longest
from typing import TYPE_CHECKING

from wikiproof.claims.counts import add
from wikiproof.claims.event import flat
from wikiproof.claims.forces import fate_of, kind_of
from wikiproof.claims.model import Standing
from wikiproof.claims.notes import names_a_source
from wikiproof.claims.totals import begins_with_a_place
from wikiproof.role import Role
from wikiproof.rules.base import contradiction
from wikiproof.rules.digit_slip import swapped
from wikiproof.values import Agreement, Count, compare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wikiproof.claims import Claim, Claims
    from wikiproof.claims.figures import Figure
    from wikiproof.rules.base import Problem

_MOST = 4  # numbers in a field: what has more counts phases, arms or sources
_FEW = 12  # numbers of a kind in the text among which a likeness of digits is no chance
_BAND = 19  # men: fewer are no army
_DETACHMENT = 20  # times smaller than the field's number: no army, but one of its parts
_PRECISE = 3  # digits of a number that nobody rounded
_PHASES = 2  # numbers of a side: an account with more tells of phases
_MEN = ("men", "")
_UNKNOWN = "?"  # the kind of what no known noun counts
_OPEN = "?"  # the fate of those whom a field of losses counts without saying more
_LOST = ("lost", _OPEN)


@dataclass(frozen=True, slots=True)
class Entry:
    """One number in a field about a side: of what kind, what became of them ("" for a strength)."""

    claim: Claim
    count: Count
    kind: str
    fate: str
    side: int

    def counts_like(self, figure: Figure) -> bool:
        """Whether a figure of the text counts the same kind and fate."""
        if bool(self.fate) != bool(figure.fate):
            return False
        if self.fate:
            kinds = (*_MEN, "infantry", "cavalry") if self.kind in _MEN else (self.kind, "")
            dead = self.fate == "lost" and self.kind == "civilians" and figure.fate == "killed"
            return figure.kind in kinds and (self.fate in (figure.fate, _OPEN) or dead)
        if self.kind not in _MEN:
            return figure.kind == self.kind
        army = (figure.count.high or figure.count.low) > _BAND
        return army and (figure.kind == "men" or (figure.kind == "" and figure.whole))

    def is_admitted_by(self, figure: Figure) -> bool:
        """Whether a figure of the text has the same number, of a kind that may be meant."""
        if bool(self.fate) != bool(figure.fate) or (self.fate not in (figure.fate, _OPEN)):
            return False
        kinds = (*_MEN, "civilians", "infantry", "cavalry") if self.kind in _MEN else (self.kind, "")
        vague = figure.count.high is not None and figure.count.high >= 3 * figure.count.low > 0
        return figure.kind in kinds and not vague and _agree(self.count, figure.count)


@dataclass(frozen=True, slots=True)
class Case:
    """One number of a field with what may speak for or against it.

    `beside` are the other numbers of its field, `foreign` those of other sides; `figures` all of the text, `free` those
    that may be this side's and that no other field has, `told` those of them that speak of an army as one, or of the
    lost, or stand in the lead.
    """

    entry: Entry
    beside: list[Entry]
    foreign: list[Entry]
    figures: Sequence[Figure]
    free: list[Figure]
    told: list[Figure]
    allied: bool


_ONES = re.compile(r"\b(?:an?|the)\b")  # before what a field lists without a number


def conflicts(claims: Claims, *roles: Role) -> Iterator[Problem]:
    """Each field of some roles about a side, with a figure of the text that denies one of its numbers."""
    entries = list(_entries(claims))
    for field in dict.fromkeys(e.claim.field for e in entries if e.claim.role in roles):
        inside = [e for e in entries if e.claim.field is field]
        denial = next((d for e in inside if (d := _by_end(e, claims.figures))), None)
        if denial is None and len(inside) <= _MOST:
            denial = next((d for e in inside if (d := _denial(e, entries, claims.figures, claims))), None)
        if denial is not None:
            yield contradiction(inside[0].claim, denial.claim)


def _entries(claims: Claims) -> Iterator[Entry]:
    for claim in {c.field: c for c in claims.infobox if c.field is not None}.values():
        field = claim.field
        if field is None or field.side is None or field.value is None:
            continue
        if field.role not in (Role.STRENGTH, Role.CASUALTIES, Role.DEATHS):
            continue
        if names_a_source(claim.text):  # "245 dead (Danish count)": others count otherwise
            continue
        counts = [v for v in flat(field.value) if isinstance(v, Count) and v.part == "total"]
        for value, following in zip_longest(counts, counts[1:]):
            if value is not None:
                fate = fate_of(value.of or "") or _fate_behind(value, following, claim.text)
                if field.role is not Role.STRENGTH:
                    fate = fate or ("killed" if field.role is Role.DEATHS else _OPEN)
                kind = kind_of(value.of or "") or ("" if _may_be_men(value, fate) else _UNKNOWN)
                yield Entry(replace(claim, role=field.role), value, kind, fate, field.side)


def _may_be_men(count: Count, fate: str) -> bool:
    """Whether a number without a known noun counts men: not "2 monitors"; nor are a handful an army."""
    noun = (count.of or "").split("(")[0].split()
    small = (count.high or count.low) <= _BAND
    return bool(fate) or not (small or (noun and noun[-1].isalpha() and noun[-1].islower()))


def _fate_behind(count: Count, following: Count | None, text: str) -> str:
    """What became of both of two that are joined: the 12 of "12 Danish and 3 Dutch soldiers killed"."""
    joined = re.search(rf"\b{re.escape(count.of)} and \d", text) if count.of else None
    return (
        fate_of(following.of or "")
        if joined and following is not None and not kind_of(count.of or "")
        else ""
    )


def _denial(entry: Entry, entries: list[Entry], figures: Sequence[Figure], claims: Claims) -> Figure | None:
    """The figure of the text that denies a number of a field; None where one confirms it or none is sure."""
    alike = [e for e in entries if bool(e.fate) == bool(entry.fate) and e is not entry]
    beside = [e for e in alike if e.claim.field is entry.claim.field]
    foreign = [e for e in alike if e.side != entry.side]
    mine = [
        f
        for f in figures
        if entry.counts_like(f)
        and (f.side == entry.side or (f.may_be_of(entry.side) and not any(_has(e, f) for e in foreign)))
    ]
    if any(_agree(entry.count, f.count) for f in mine) or _is_sum(entry, figures):
        return None
    ours = [e for e in alike if e.side == entry.side]
    written = set(re.findall(r"\d+", entry.claim.text.replace(",", "")))
    free = [
        f
        for f in mine
        if not (f.part or f.elsewhere or str(f.count.low) in written or any(_has(e, f) for e in ours))
        and not _is_all(f, [entry, *beside])
    ]
    told = [f for f in free if f.whole or f.fate or f.claim.standing.in_lead]
    case = Case(entry, beside, foreign, figures, free, told, _is_alliance(claims, entry.side))
    return next((f for way in _WAYS if (f := way(case))), None)


def _by_side(case: Case) -> Figure | None:
    """What the text says of the side, where it says one or two things."""
    entry = case.entry
    own = [f for f in case.told if f.side == entry.side and f.claim.speaks and _is_of_the_event(f)]
    if entry.fate == _OPEN:
        own = [f for f in own if f.fate == "lost"]
    own = [f for f in own if (f.count.high or f.count.low) * _DETACHMENT > entry.count.low]
    own = [f for f in own if not (_is_smaller(f.count, entry.count) and _is_of_one_time(f))]
    if not own or len({f.count for f in own}) > _PHASES:
        return None
    if case.beside and _agree(reduce(add, (e.count for e in (entry, *case.beside))), own[0].count):
        return None
    if _is_listed(entry, case.beside):  # the text may sum up what the field lists
        return next((f for f in own if _slipped(entry.count, f.count)), None)
    if case.allied:  # a smaller number may be one ally's
        most = entry.count.high or 0
        own = [f for f in own if f.count.low > most > 0 or _names_the_same(entry.count, f)]
    return next((f for f in own if _slipped(entry.count, f.count)), own[0] if own else None)


def _names_the_same(count: Count, figure: Figure) -> bool:
    """Whether both are of one ally by name: "12 Danish" and "two Danish soldiers"."""
    names = [word for word in (count.of or "").split() if word[:1].isupper()]
    return bool(names) and all(name in figure.claim.text for name in names)


def _is_smaller(count: Count, other: Count) -> bool:
    return (count.high or count.low) < other.low


def _is_of_one_time(figure: Figure) -> bool:
    """Whether the sentence begins with a day or a place that the number may be of alone ("In December, …")."""
    sentence = figure.claim.sentence
    return bool(figure.fate) and sentence is not None and begins_with_a_place(sentence.text.string)


def _is_listed(entry: Entry, beside: list[Entry]) -> bool:
    """Whether the field has the number as one of several: of ships of all sorts, of phases or arms."""
    men = entry.kind in _MEN
    several = sum(e.fate == entry.fate for e in beside)
    return several > 1 or (
        not men and (several > 0 or re.search(r",|\band\b|\n", entry.claim.text) is not None)
    )


def _by_slip(case: Case) -> Figure | None:
    """One that the number becomes with a digit more or less, where the text has the number nowhere."""
    entry = case.entry
    explained = (
        f for f in case.figures if not (f.side != entry.side and any(_has(e, f) for e in case.foreign))
    )
    if any(entry.is_admitted_by(f) for f in explained):
        return None
    few = len(case.free) <= _FEW
    for figure in case.free:
        digits = len(str(figure.count.low).strip("0")) + (figure.count.high != figure.count.low)
        sure = figure in case.told or digits > 2 or (digits == 2 and few)
        if sure and _slipped(entry.count, figure.count):
            return figure
    return None


def _by_swap(case: Case) -> Figure | None:
    """One that no field has, where the number is the other side's."""
    entry = case.entry
    if any(
        e.kind == entry.kind and e.fate == entry.fate and _same(e.count, entry.count) for e in case.foreign
    ):
        return next((f for f in case.free if f in case.told or f.side == entry.side), None)
    return None


def _by_fate(case: Case) -> Figure | None:
    """The killed where the field has the wounded, and the other way round."""
    entry = case.entry
    for other in case.beside:
        if other.fate == entry.fate or _OPEN in (other.fate, entry.fate):
            continue
        ours = [f for f in case.figures if f.fate == entry.fate and _same(f.count, other.count)]
        theirs = [f for f in case.figures if f.fate == other.fate and _same(f.count, entry.count)]
        if ours and theirs:
            return ours[0]
    return None


def _by_being_alone(case: Case) -> Figure | None:
    """The only prisoners of the text, where the infobox has prisoners of one side alone."""
    if case.entry.fate != "captured" or any(e.fate in ("captured", *_LOST) for e in case.foreign):
        return None
    captured = [f for f in case.figures if f.fate == "captured"]
    alone = len({f.count for f in captured}) == 1 and captured[0] in case.told
    return captured[0] if alone and captured[0].claim.speaks else None


_WAYS = (_by_side, _by_slip, _by_swap, _by_fate, _by_being_alone)


def _by_end(entry: Entry, figures: Sequence[Figure]) -> Figure | None:
    """A range that shares one end with the field's, where the field's other end is a precise number not in the text."""
    ours = _ends(entry.count)
    alike = [f for f in figures if ours and entry.counts_like(f)]
    known = {end for f in alike for end in (f.count.low, f.count.high)}
    for figure in alike:
        theirs = _ends(figure.count)
        apart = len(ours & theirs) == 1 and not (ours - theirs) & known
        precise = all(len(str(end).strip("0")) >= _PRECISE for end in ours ^ theirs)
        if apart and theirs and precise and figure.may_be_of(entry.side):
            return figure
    return None


def _ends(count: Count) -> frozenset[int]:
    """Both ends of a range; none of a number or of a bound."""
    if count.high is None or count.low in (0, count.high) or count.approximate:
        return frozenset()
    return frozenset((count.low, count.high))


def _is_of_the_event(figure: Figure) -> bool:
    """Whether it is told where the event is, and not where armies gather; losses are summed up in the aftermath."""
    return bool(figure.fate) or figure.claim.standing is not Standing.BACKGROUND


def _is_alliance(claims: Claims, side: int) -> bool:
    """Whether the infobox has several belligerents on a side."""
    fields = [c for c in claims.infobox if c.role is Role.BELLIGERENT and c.field and c.field.side == side]
    return sum(len(c.readings) for c in fields) > 1


def _is_sum(entry: Entry, figures: Sequence[Figure]) -> bool:
    """Whether the number of those lost is the sum of two or three of the text; of several fates, in one sentence."""
    if not entry.fate:
        return False
    if entry.fate in _LOST:
        runs = groupby((f for f in figures if f.fate), key=lambda f: f.claim.sentence)
        groups = [[f.count for f in run] for _, run in runs]
    else:
        groups = [list(dict.fromkeys(f.count for f in figures if f.fate == entry.fate))]
    sums = (
        reduce(add, some) for group in groups for size in (2, 3) for some in combinations(group[:_FEW], size)
    )
    return any(entry.count.low <= total.low <= (entry.count.high or total.low) for total in sums)


def _is_all(figure: Figure, entries: list[Entry]) -> bool:
    """Whether it counts all that a field lists of its kind, with those told one by one: "13 frigates and a sloop"."""
    total = reduce(add, (e.count for e in entries if e.counts_like(figure)), Count(0, 0))
    ones = len(_ONES.findall(entries[0].claim.text))
    return total.low <= figure.count.low <= (total.high or total.low) + ones


def _has(entry: Entry, figure: Figure) -> bool:
    return entry.counts_like(figure) and _agree(entry.count, figure.count)


def _agree(a: Count, b: Count) -> bool:
    return compare(_bounded(a), _bounded(b)) is not Agreement.DIFFER


def _bounded(count: Count) -> Count:
    """A count that is only bounded on one side, as near its bound."""
    if count.high is None:
        return replace(count, low=count.low - 1, high=count.low + count.low // 10 + 1)
    return replace(count, low=count.high // 2) if count.low == 0 else count


def _same(a: Count, b: Count) -> bool:
    return a.low == b.low and (None in (a.high, b.high) or a.high == b.high)


def _written(count: Count) -> tuple[int, int]:
    """Both ends as they are written: "over 1,300" is 1,300 and not 1,301."""
    over = count.high is None and count.low % 10 == 1
    low = count.low - over or count.high or 0
    return low, count.high or low


def _slipped(a: Count, b: Count) -> bool:
    """Whether one is the other with a digit too many or too few, or with two exchanged."""
    (a_low, a_high), (b_low, b_high) = map(_written, (a, b))
    if not all((a_low, a_high, b_low, b_high)):
        return False
    small, large = sorted((a_low, b_low))
    if a_low * b_high == a_high * b_low and large in (small * 10, small * 100, small * 1000):
        return True
    few, many = sorted(map(str, (a_low, b_low)), key=len)
    if (a_low, b_low) != (a_high, b_high) or min(len(few.strip("0")), len(many.strip("0"))) < 2:
        return False
    missing = len(few) + 1 == len(many) and any(many[:i] + many[i + 1 :] == few for i in range(len(many)))
    return missing or (len(few) == len(many) and swapped(few, many))
