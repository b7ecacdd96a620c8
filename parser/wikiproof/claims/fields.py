"""What the infobox claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.counts import add, kind_of_people, role_of_words, subtract
from wikiproof.claims.event import flat
from wikiproof.claims.model import Claim, Scope, Standing
from wikiproof.claims.notes import noted, unnumbered
from wikiproof.role import Role
from wikiproof.values import Count, Date, Embedded, FreeText, Time, Unread, Value
from wikiproof.values.mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Field, Infobox

_COUNTED = frozenset(
    {
        Role.DEATHS, Role.GROUND_DEATHS, Role.INJURIES, Role.MISSING, Role.DISPLACED, Role.EVACUATED,
        Role.CAPTURED, Role.ARRESTS, Role.VICTIMS, Role.CASUALTIES, Role.SURVIVORS, Role.OCCUPANTS,
        Role.PASSENGERS, Role.CREW, Role.ATTACKERS,
    }
)  # fmt: skip


def field_claims(article: Article) -> Iterator[Claim]:
    """The claims of every field with a role, embedded infoboxes left out: they speak of parts."""
    for box in article.infoboxes:
        yield from box_claims(box)


def box_claims(box: Infobox) -> Iterator[Claim]:
    """The claims of one infobox."""
    for field in box.fields:
        if field.role is None or field.value is None:
            continue
        if field.role is Role.TIMESTAMP:
            yield from _instant(field)
        elif field.role in _COUNTED:
            yield from _count_claims(field)
        else:
            yield from _plain_claims(field, field.role)


def _plain_claims(field: Field, role: Role) -> Iterator[Claim]:
    values = (
        [value for value in flat(field.value) if not isinstance(value, (Embedded, FreeText, Unread))]
        if field.value
        else []
    )
    if values:
        yield _claim(field, role, values[0], tuple(values[1:]))


def _instant(field: Field) -> Iterator[Claim]:
    """A timestamp as its date, with its clock time for another reading; nothing where it names several."""
    found = [m.value for m in mentions(field.text.string) if isinstance(m.value, (Date, Time))]
    match found:
        case [Date() as date, Time() as time] | [Time() as time, Date() as date]:
            yield _claim(field, Role.TIMESTAMP, date, (time,))


def _claim(
    field: Field,
    role: Role,
    value: Value,
    others: tuple[Value, ...] = (),
    of: str | None = None,
    scope: Scope = Scope.TOTAL,
) -> Claim:
    return Claim(
        role, value, field.text.string, field.span, Standing.INFOBOX, scope, of, others=others, field=field
    )


def _count_claims(field: Field) -> Iterator[Claim]:
    """One claim for each role that the field's counts speak of; its parts as claims of their own."""
    by_role: dict[Role, list[Count]] = {}
    for value in flat(field.value) if field.value else ():
        if isinstance(value, Count):
            role = role_of_words(value.of or "", field.role or Role.CASUALTIES)
            by_role.setdefault(role, []).append(value)
    # Those who died later of the injured or rescued are noted beside these.
    notes = [count for counts in by_role.values() for count in counts if count.part == "part"]
    for role, counts in by_role.items():
        totals = [count for count in counts if count.part == "total"]
        parts = [count for count in counts if count.part == "part"]
        additions = [count for count in counts if count.part == "addition"]
        if not totals:
            continue
        total = totals[0]
        others = [
            *_other_readings(totals, parts, additions),
            *(count for note in notes for count in noted(total, note)),
            *unnumbered(total, field.text.string),
        ]
        if role is Role.DEATHS:  # the missing may be counted as dead
            others += [add(total, missing) for missing in by_role.get(Role.MISSING, ())]
        yield _claim(field, role, total, tuple(others), total.of)
        for part in parts:
            yield _claim(field, role, part, (), part.of, Scope.PART)


def _other_readings(totals: list[Count], parts: list[Count], additions: list[Count]) -> Iterator[Count]:
    """Sums that the same field also states: with its additions, without the attackers among its parts."""
    yield from totals[1:]
    whole = totals[0]
    for more in totals[1:]:
        whole = add(whole, more)
    if len(totals) > 1:
        yield whole
    for total in dict.fromkeys((totals[0], whole)):
        for addition in additions:
            yield add(total, addition)
        for part in parts:
            if kind_of_people(part.of or "") == "ATTACKER":
                yield subtract(total, part)
    attackers = [count for count in totals[1:] if kind_of_people(count.of or "") == "ATTACKER"]
    for count in attackers:
        yield subtract(whole, count)
