"""Which type an infobox is, from nothing but the names of its fields."""

from __future__ import annotations

from collections import Counter
from functools import cache
from math import log
from typing import TYPE_CHECKING

from wikiproof.infobox.registry import fold, infobox_types

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wikiproof.infobox.registry import InfoboxType

_ALIAS = 0.75  # an alias says less than the parameter's own name
_UNKNOWN = -1.0
_PRIOR = 0.3  # how much the number of articles that use a type says


def guess_type(names: Iterable[str]) -> InfoboxType | None:
    """The type these field names fit best, or None where no type knows any of them.

    The fewer types know a name, the more it says for those that do, and against those that do not.
    """
    weights = _weights()
    known = [name for name in map(fold, names) if name in weights]
    if not known:
        return None

    def likelihood(kind: InfoboxType) -> float:
        return log(kind.articles) * _PRIOR + sum(weights[name] * _fit(kind, name) for name in known)

    return max(infobox_types(), key=likelihood)


def _fit(kind: InfoboxType, name: str) -> float:
    parameter = kind.parameters.get(name)
    if parameter is None:
        return _UNKNOWN
    return 1.0 if fold(parameter.key) == name else _ALIAS


@cache
def _weights() -> Mapping[str, float]:
    """How much each folded name says: the logarithm of how few of all types know it."""
    types = infobox_types()
    spread = Counter(name for each in types for name in each.parameters)
    return {name: log((len(types) + 1) / count) for name, count in spread.items()}
