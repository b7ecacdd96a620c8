"""How far a number may lie from one that is only bounded, or not named, before the two deny each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims import Scope, Standing
from wikiproof.rules.base import compare_readings
from wikiproof.values import Agreement, Count, compare

if TYPE_CHECKING:
    from collections.abc import Collection

    from wikiproof.claims import Claim
    from wikiproof.values import Value

# "At least 70" is not said of 700, nor "dozens" of 900: a bound admits what lies beyond it (rules.md 1.1), so this is
# asked only against an exact number, and never more than a warning.
_FAR = 5
_LEAST = 10  # how much more at least: "at least one" may have become six
_LOOSE = 3
# What the text says of the injured, given as the dead, needs to be less far off.
_EXCHANGED = 1.5


def agree(box: Claim, text: Claim, exchanged: Collection[Value] = ()) -> Agreement:
    """Whether a field and a number of the text can both be right.

    `exchanged` is what the text counts in the role it is most often mixed up with.
    """
    if isinstance(text.value, Count) and _is_loose(text.value):
        if isinstance(box.value, Count) and _is_loose(box.value):  # "several dozen" and "several hundred"
            return compare_readings(box, text)
        loose = Count(text.value.low // _LOOSE, (text.value.high or 0) * _LOOSE)
        verdicts = {compare(value, loose) for value in box.readings}
        return Agreement.DIFFER if verdicts == {Agreement.DIFFER} else Agreement.UNKNOWN
    verdict = compare_readings(box, text)
    beyond = _is_beyond(box.value, text.value, exchanged) and _one_is_exact(box.value, text.value)
    if verdict is Agreement.AGREE and beyond and not exactly(box, text):
        return Agreement.DIFFER
    return verdict


def exactly(box: Claim, text: Claim) -> bool:
    """Whether some readings of both agree that name their upper bound."""
    return any(
        compare(a, b) is Agreement.AGREE
        for a in box.readings
        for b in text.readings
        if isinstance(a, Count) and isinstance(b, Count) and a.high is not None and b.high is not None
    )


def of_no_number(claim: Claim) -> bool:
    """Whether all that keeps a claim from speaking is that it names no number: "dozens", "as many as four"."""
    loose = isinstance(claim.value, Count) and _is_loose(claim.value)
    return (
        loose
        and claim.standing <= Standing.EVENT_SECTION
        and claim.scope is Scope.TOTAL
        and {stop.gate for stop in claim.stops} == {"G5"}
    )


def _is_loose(count: Count) -> bool:
    return count.high is not None and count.low < count.high and count.high >= _LOOSE * count.low


def _is_beyond(box: Value, text: Value, exchanged: Collection[Value]) -> bool:
    """Whether the one is many times the other's lower bound, or is the number of another role."""
    if not isinstance(box, Count) or not isinstance(text, Count):
        return False
    other = any(_same_number(box, value) for value in exchanged)
    if text.high is None and other and box.low >= _EXCHANGED * text.low:
        return True
    low, high = sorted((box.low, text.low))
    return high >= _FAR * low and high - low >= _LEAST


def _one_is_exact(*values: Value) -> bool:
    """Whether a bound stands against an exact number: two bounds, or a bound and an estimate, deny nothing."""
    return any(isinstance(value, Count) and value.exact for value in values)


def _same_number(box: Count, other: Value) -> bool:
    """Whether both write the same number, whatever they say of it: "80" and "above 80"."""
    if not isinstance(other, Count):
        return False
    return other.low == box.low or (other.high is None and other.low == box.low + 1)
