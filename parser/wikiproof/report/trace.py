"""The trace: for each infobox field, what the text claims of it and what the gates made of each claim.

Fatalities: 14 (deaths)
  = lead 13:99     at least 40 · “killed at least 40 civilians” · total
                   G1 G2 G3 G4 G5 G6 G7 G9 let it pass
  x section 20:1   100 · “100 were killed” · total
                   G1 subject event stops it: it stands in a section that tells of other events
  ! Q01 fatalities: the infobox says “14” for Fatalities, the lead says “killed at least 40 civilians”
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rich.text import Text

from wikiproof.claims import Scope, gather
from wikiproof.claims.gates import NAMES, SCOPING, STOPPING
from wikiproof.report.text import STYLES, TextReport, printable
from wikiproof.values import Count, Date, Name, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikiproof.article import Field
    from wikiproof.checking import Checked
    from wikiproof.claims import Claim
    from wikiproof.role import Role
    from wikiproof.source import Source, Span
    from wikiproof.values import Value

_GATES = sorted({gate.CODE for gate in STOPPING} | {gate.CODE for gate in SCOPING})
_PLACE_WIDTH = 17
_SCOPES = {
    Scope.GROUP: "the count of one group",
    Scope.PART: "a part of the whole",
    Scope.ADDITION: "an addition to the whole",
}


class TraceReport(TextReport):
    """Claims field by field, the findings on each below its claims."""

    def article(self, checked: Checked) -> None:
        """Show every field that has a role, then the claims that no field meets."""
        for line in _article(checked):
            self.console.print(line, soft_wrap=True)
        self.console.print()


def _article(checked: Checked) -> Iterator[Text]:
    claims, source = gather(checked.article), checked.article.source
    yield Text(f"{checked.path}: {checked.article.title or 'without a title'}", "bold")
    told: defaultdict[Role, list[Claim]] = defaultdict(list)
    for claim in claims.body:
        told[claim.role].append(claim)
    met: set[Role] = set()
    silent: list[str] = []
    for field, roles in _fields(claims.infobox):
        findings = [finding for finding in checked.findings if finding.primary.span == field.span]
        found = [claim for role in roles for claim in told[role]]
        met.update(roles)
        if not (found or findings):
            silent.append(field.name)
            continue
        yield Text.assemble(
            (f"{field.name}: {printable(field.text.string)}", "bold"), f" ({', '.join(roles)})"
        )
        yield from _claims(found, source)
        for finding in findings:
            title = f"  ! {finding.code} {finding.name}: "
            yield Text.assemble((title, STYLES[finding.severity]), printable(finding.message))
    for role in (role for role in told if role not in met):
        yield Text(f"no field ({role})", "bold")
        yield from _claims(told[role], source)
    if silent:
        yield Text(f"The text was not seen to speak of: {', '.join(silent)}", "dim")


def _fields(infobox: Iterable[Claim]) -> Iterator[tuple[Field, list[Role]]]:
    """The fields that claim something, each with the roles that it claims something in."""
    fields: dict[Span, tuple[Field, list[Role]]] = {}
    for claim in infobox:
        if claim.field is not None:
            _, roles = fields.setdefault(claim.field.span, (claim.field, []))
            if claim.role not in roles:
                roles.append(claim.role)
    yield from fields.values()


def _claims(claims: Iterable[Claim], source: Source) -> Iterator[Text]:
    for claim in claims:
        position = source.position(claim.span.start)
        mark, style = ("=", "green") if claim.speaks else ("x", "yellow")
        place = f"{claim.standing.label} {position.line}:{position.column}"
        value = " or ".join(dict.fromkeys(map(worded, claim.readings)))
        of = f" of {claim.actor}" if claim.actor else ""
        yield Text.assemble(
            (f"  {mark} {place:<{_PLACE_WIDTH}}", style),
            f"{printable(value)}{printable(of)} · “{printable(claim.text)}” · {claim.scope}",
        )
        for line in _verdicts(claim):
            yield Text(f"{'':{_PLACE_WIDTH + 4}}{line}", "dim")


def _verdicts(claim: Claim) -> Iterator[str]:
    """What each gate did, in a line: one that stops or narrows the claim by name, the others together."""
    for stop in claim.stops:
        yield f"{stop.gate} {NAMES[stop.gate]} stops it: it {stop.reason}"
    if claim.narrowed_by is not None and claim.scope is not Scope.TOTAL:
        yield f"{claim.narrowed_by} {NAMES[claim.narrowed_by]} takes it for {_SCOPES[claim.scope]}"
    acted = {claim.narrowed_by, *(stop.gate for stop in claim.stops)}
    if claim.judged:
        yield f"{' '.join(gate for gate in _GATES if gate not in acted)} let it pass"


def worded(value: Value) -> str:
    """A value in a few words: a count with its bounds, a date as EDTF, a place as its chain."""
    match value:
        case Count(low, None):
            return f"at least {low:,}"
        case Count(low, high) if high is not None:
            text = f"{low:,}" if low == high else f"{low:,} to {high:,}"
            return f"about {text}" if value.approximate else text
        case Date():
            return value.edtf()
        case Place():
            return ", ".join(value.parts)
        case Name():
            return value.name
        case _:
            parts = (part for key, part in value.as_json().items() if key != "kind")
            return " ".join(
                dict.fromkeys(str(part) for part in parts if part is not None and part is not True)
            )
