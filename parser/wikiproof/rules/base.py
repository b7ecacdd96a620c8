"""What a rule is, and what rules share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from wikiproof.claims import Claim, Scope, Standing
from wikiproof.finding import Confidence, Finding, Location, Severity
from wikiproof.rules.explanations import explain
from wikiproof.values import Agreement, compare

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from wikiproof.article import Field, Sentence
    from wikiproof.claims import Claims
    from wikiproof.role import Role

HEADINGS = ("What it does", "Why", "Example", "When it is wrong")


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule's check yields; the core adds code, name and the rule's own severity and confidence."""

    message: str
    primary: Location
    related: tuple[Location, ...] = ()
    field: str | None = None
    role: Role | None = None
    severity: Severity | None = None
    confidence: Confidence | None = None
    explanation: str | None = None


class Described(Protocol):
    """A module whose docstring has a title line and the sections of HEADINGS, each under a "## " heading."""

    __doc__: str | None
    CODE: str
    NAME: str


class Rule(Described, Protocol):
    """A module of this package: one way in which an article can contradict itself.

    One that says `ON = False` runs only where it is selected.
    """

    SEVERITY: Severity
    CONFIDENCE: Confidence

    def check(self, claims: Claims) -> Iterator[Problem]:
        """Every place where the article breaks the rule."""
        ...


def is_on(rule: Described) -> bool:
    """Whether a rule runs unless others are selected."""
    return getattr(rule, "ON", True)


def stamp(rule: Rule, problem: Problem) -> Finding:
    """A problem as a finding of its rule."""
    return Finding(
        rule.CODE,
        rule.NAME,
        problem.severity or rule.SEVERITY,
        problem.confidence or rule.CONFIDENCE,
        problem.message,
        problem.field,
        problem.role,
        problem.primary,
        problem.related,
        problem.explanation,
    )


def title(rule: Described) -> str:
    """The rule's title line."""
    return (rule.__doc__ or "").split("\n", 1)[0].strip()


def sections(rule: Described) -> dict[str, str]:
    """The rule's text under each heading."""
    parts = re.split(r"^## (.+)$", rule.__doc__ or "", flags=re.MULTILINE)
    return {heading.strip(): text.strip() for heading, text in zip(parts[1::2], parts[2::2], strict=True)}


def at_field(field: Field) -> Location:
    """The infobox field as a place."""
    return Location(f"infobox: {field.name}", field.text.string, field.span, field.value)


def at_claim(claim: Claim) -> Location:
    """A claim's place, labelled with where it stands."""
    if claim.field is not None:
        return at_field(claim.field)
    return Location(claim.standing.label, claim.text, claim.span, claim.value)


def at_mention(sentence: Sentence, start: int, end: int) -> Location:
    """Words of a sentence as a place, by their offsets in its text."""
    return Location("text", sentence.text.string[start:end], sentence.text.locate(start, end))


def quote(text: str) -> str:
    """Words of the article in a message, on one line and not too long."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= 80 else line[:79].rstrip() + '…'}”"


def contradiction(field: Claim, text: Claim, severity: Severity | None = None) -> Problem:
    """The infobox and a sentence that cannot both be right."""
    assert field.field is not None
    where = "the lead" if text.standing.in_lead else "the text"
    message = f"the infobox says {quote(field.text)} for {field.field.name}, {where} says {quote(text.text)}"
    return Problem(
        message,
        at_field(field.field),
        (at_claim(text),),
        field.field.name,
        field.role,
        severity,
        explanation=explain(field.value, text.value),
    )


def compare_readings(a: Claim, b: Claim) -> Agreement:
    """Whether two claims can both be right in any of their readings."""
    return any_agree({compare(x, y) for x in a.readings for y in b.readings})


def any_agree(results: set[Agreement]) -> Agreement:
    """One agreement suffices; what is to differ must differ throughout."""
    if Agreement.AGREE in results:
        return Agreement.AGREE
    return Agreement.DIFFER if results == {Agreement.DIFFER} else Agreement.UNKNOWN


def spoken_of_all(claims: Claims, role: Role, standings: Collection[Standing]) -> list[Claim]:
    """The speaking claims about all there were, each said once; where the lead has none, those about a group.

    One kind of people ("61 cadets") may be all there were.
    """
    told = [c for c in claims.of_text(role) if c.speaks and c.standing in standings]
    if not told:
        return told
    spoken = list({(c.value, c.others, c.of, c.scope, c.standing): c for c in reversed(told)}.values())[::-1]
    groups = [c for c in spoken if c.scope is Scope.GROUP and c.standing.in_lead]
    return [c for c in spoken if c.scope is Scope.TOTAL] or groups


def disputed(
    claims: Claims,
    role: Role,
    standings: Collection[Standing],
    agree: Callable[[Claim, Claim], Agreement] = compare_readings,
) -> Iterator[tuple[Claim, Claim]]:
    """Each infobox claim that some speaking claim of the text denies and none confirms, with the denial."""
    fields = claims.of_field(role)
    spoken = spoken_of_all(claims, role, standings) if fields else []
    for field in fields:
        verdicts = [(agree(field, text), text) for text in spoken]
        if any(verdict is Agreement.AGREE for verdict, _ in verdicts):
            continue
        denial = next((text for verdict, text in verdicts if verdict is Agreement.DIFFER), None)
        if denial is not None:
            yield field, denial
