"""The trace: for each infobox field, what the text was seen to say of it and what the gates made of each.

Fatalities: 14 (deaths)
  = lead 13:99              at least 40 · differs
      militants [killed at least 40 civilians] in the villages of Keygourouten, Khadji, Bakal…
      G1–G7 G9 let it pass
  x Previous attacks 20:1   100
      [100 were killed] on the road to Ansongo in March.
      G1 subject event stops it: it stands in a section that tells of other events
      G2–G7 G9 let it pass
  ! Q01 fatalities: the infobox says “14” for Fatalities, the lead says “killed at least 40 civilians”
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import timedelta
from itertools import chain, groupby
from typing import TYPE_CHECKING

from rich.text import Text

from wikiproof.claims import Scope, gather
from wikiproof.claims.gates import NAMES, asked
from wikiproof.report.text import STYLES, TextReport, printable, window
from wikiproof.rules.base import any_agree, compare_readings
from wikiproof.values import Agreement, Count, Date, Duration, Name, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikiproof.article import Article, Field
    from wikiproof.checking import Checked
    from wikiproof.claims import Claim, Claims
    from wikiproof.report.base import Summary
    from wikiproof.role import Role
    from wikiproof.source import Span
    from wikiproof.values import Value

_PLACE_WIDTH = 24
_INDENT = " " * 6
_LEGEND = "= may contradict the field · x a gate stops it · - another was taken before it · ! a finding"
_SCOPES = {
    Scope.GROUP: "the count of one group",
    Scope.PART: "a part of the whole",
    Scope.ADDITION: "an addition to the whole",
}
_STYLES = {"=": "green", "x": "yellow", "-": "dim"}
_AGREEMENTS = {Agreement.AGREE: " · agrees", Agreement.DIFFER: " · differs", Agreement.UNKNOWN: ""}


class TraceReport(TextReport):
    """Claims field by field, the findings on each below its claims."""

    def article(self, checked: Checked) -> None:
        """Show every field that has a role, then the claims that no field meets."""
        for line in _article(checked, self.console.width):
            self.console.print(line, soft_wrap=True)
        self.console.print()

    def finish(self, summary: Summary) -> None:
        """Show what the marks mean, and the counts."""
        self.console.print(_LEGEND, style="dim", soft_wrap=True)
        super().finish(summary)


def _article(checked: Checked, width: int) -> Iterator[Text]:
    claims = gather(checked.article)
    yield Text(f"{checked.path}: {checked.article.title or 'without a title'}", "bold")
    fields = list(_fields(claims.infobox))
    told = _told(claims, {role for _, roles in fields for role in roles})
    silent: list[str] = []
    for field, roles in fields:
        findings = [finding for finding in checked.findings if finding.primary.span == field.span]
        found = [claim for role in roles for claim in told[role]]
        if not (found or findings):
            silent.append(field.name)
            continue
        yield Text.assemble(
            (f"{field.name}: {printable(field.text.string)}", "bold"), f" ({', '.join(roles)})"
        )
        own = [claim for claim in claims.infobox if claim.field is field]
        yield from _claims(found, own, checked.article, width)
        for finding in findings:
            title = f"  ! {finding.code} {finding.name}: "
            yield Text.assemble((title, STYLES[finding.severity]), printable(finding.message))
    met = {role for _, roles in fields for role in roles}
    for role in (role for role in told if role not in met):
        yield Text(f"no field ({role})", "bold")
        yield from _claims(told[role], [], checked.article, width)
    if silent:
        yield Text(f"The text was not seen to speak of: {', '.join(silent)}", "dim")


def _told(claims: Claims, roles: set[Role]) -> defaultdict[Role, list[tuple[str, Claim]]]:
    """What the text says in each role, in its order, each with its mark.

    Of flight and forces it is only what the infobox has fields for.
    """
    told: defaultdict[Role, list[tuple[str, Claim]]] = defaultdict(list)
    beside = chain(claims.flight, (figure.claim for figure in claims.figures))
    found = (*claims.body, *(claim for claim in beside if claim.role in roles))
    marked = [("=" if claim.speaks else "x", claim) for claim in found]
    marked += [("-" if claim.speaks else "x", claim) for claim in claims.occasion.aside()]
    for mark, claim in sorted(marked, key=lambda pair: (pair[1].span.start, pair[1].span.end)):
        told[claim.role].append((mark, claim))
    return told


def _fields(infobox: Iterable[Claim]) -> Iterator[tuple[Field, list[Role]]]:
    """The fields that claim something, each with the roles that it claims something in."""
    fields: dict[Span, tuple[Field, list[Role]]] = {}
    for claim in infobox:
        if claim.field is not None:
            _, roles = fields.setdefault(claim.field.span, (claim.field, []))
            if claim.role not in roles:
                roles.append(claim.role)
    yield from fields.values()


def _claims(found: list[tuple[str, Claim]], own: list[Claim], article: Article, width: int) -> Iterator[Text]:
    taken = [claim.text for mark, claim in found if mark == "="]
    for mark, claim in found:
        value = printable(" or ".join(dict.fromkeys(map(worded, claim.readings))))
        of = printable(f" of {claim.actor}") if claim.actor else ""
        place = f"  {mark} {_place(claim, article):<{_PLACE_WIDTH}} "
        yield Text.assemble((place, _STYLES[mark]), f"{value}{of}{_agreement(claim, own)}")
        yield _excerpt(claim, width - len(_INDENT))
        yield from (Text(f"{_INDENT}{line}", "dim") for line in _verdicts(claim))
        if mark == "-":
            instead = f"“{printable(taken[0])}” was taken" if taken else "it comes too far on in the lead"
            yield Text(f"{_INDENT}not needed: {instead}", "dim")


def _place(claim: Claim, article: Article) -> str:
    """Where a claim stands: the lead or its section's title, line and column."""
    position = article.source.position(claim.span.start)
    at = f" {position.line}:{position.column}"
    sections = (section for top in article.sections for section in top.walk() if claim.span in section.span)
    title = "lead" if claim.standing.in_lead else max(sections, key=lambda s: s.level).title
    room = _PLACE_WIDTH - len(at)
    return printable(title if len(title) <= room else f"{title[: room - 1]}…") + at


def _agreement(claim: Claim, own: list[Claim]) -> str:
    """How the claim stands to what the field says of the same, where both tell of the whole."""
    if claim.scope is not Scope.TOTAL:
        return ""
    rivals = (field for field in own if field.role is claim.role and field.scope is Scope.TOTAL)
    return _AGREEMENTS[any_agree({compare_readings(field, claim) for field in rivals})]


def _excerpt(claim: Claim, width: int) -> Text:
    """The claim's words in brackets, with as much of their sentence about them as fits on a line."""
    text = claim.sentence.text if claim.sentence else None
    said = claim.text
    starts = (match.start() for match in re.finditer(re.escape(said), text.string)) if text else ()
    for start in starts if text else ():
        if text and text.locate(start, start + len(said)) == claim.span:
            before, marked, after = window(text.string, start, start + len(said), width - 2)
            return Text.assemble(_INDENT, before, ("[", "dim"), (marked, "bold"), ("]", "dim"), after)
    return Text.assemble(_INDENT, (printable(said), "bold"))


def _verdicts(claim: Claim) -> Iterator[str]:
    """What each gate did, in a line: one that stops or narrows the claim by name, the others together."""
    for stop in claim.stops:
        yield f"{stop.gate} {NAMES[stop.gate]} stops it: it {stop.reason}"
    if claim.narrowed_by is not None and claim.scope is not Scope.TOTAL:
        yield f"{claim.narrowed_by} {NAMES[claim.narrowed_by]} takes it for {_SCOPES[claim.scope]}"
    acted = {claim.narrowed_by, *(stop.gate for stop in claim.stops)}
    if claim.judged:
        yield f"{_ranges([gate for gate in asked(claim.role) if gate not in acted])} let it pass"


def _ranges(codes: list[str]) -> str:
    """Codes of gates, three or more in a row as a range: "G1–G4 G6"."""
    numbers = [int(code[1:]) for code in codes]
    runs = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    rows = [[number for _, number in run] for _, run in runs]
    shown = (f"G{row[0]}–G{row[-1]}" if len(row) > 2 else " ".join(f"G{n}" for n in row) for row in rows)
    return " ".join(shown)


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
        case Duration(low, _, _):
            return str(timedelta(seconds=low)).removesuffix(", 0:00:00")
        case Place():
            return ", ".join(value.parts)
        case Name():
            return value.name
        case _:
            parts = (part for key, part in value.as_json().items() if key != "kind")
            return " ".join(
                dict.fromkeys(str(part) for part in parts if part is not None and part is not True)
            )
