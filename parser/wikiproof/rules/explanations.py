"""What resemblance two values that contradict each other have: an explanation is part of another finding.

A new one is a module of this package with CODE, NAME, its text and `explain`, and a line in EXPLANATIONS; its
cases stand in `tests/rules/explanations.toml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from wikiproof.rules import day_month_swap, digit_slip

if TYPE_CHECKING:
    from wikiproof.values import Value


class Explanation(Protocol):
    """A module of this package that says how two values may have come to differ."""

    __doc__: str | None
    CODE: str
    NAME: str

    def explain(self, a: Value, b: Value) -> str | None:
        """The resemblance in a few words; None if there is none."""
        ...


EXPLANATIONS: tuple[Explanation, ...] = (day_month_swap, digit_slip)


def explanation(code_or_name: str) -> Explanation | None:
    """The explanation with a code ("Q18", in any case) or a name ("digit-slip")."""
    wanted = code_or_name.casefold()
    return next((e for e in EXPLANATIONS if wanted in (e.CODE.casefold(), e.NAME)), None)


def explain(a: Value, b: Value) -> str | None:
    """The first explanation that fits two values."""
    return next((text for each in EXPLANATIONS if (text := each.explain(a, b))), None)
