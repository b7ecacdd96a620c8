"""Whether two values can both be right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wikiproof.values import (
    coordinates,
    count,
    date,
    duration,
    magnitude,
    money,
    name,
    number,
    place,
    quantity,
    time,
)
from wikiproof.values.base import Agreement
from wikiproof.values.coordinates import Coordinates
from wikiproof.values.count import Count
from wikiproof.values.date import Date
from wikiproof.values.duration import Duration
from wikiproof.values.listing import Listing
from wikiproof.values.magnitude import Magnitude
from wikiproof.values.money import Money
from wikiproof.values.name import Name
from wikiproof.values.number import Number
from wikiproof.values.place import Place
from wikiproof.values.quantity import Quantity
from wikiproof.values.time import Time

if TYPE_CHECKING:
    from collections.abc import Callable

    from wikiproof.values import Value

_COMPARERS: dict[type, Callable[[Any, Any], Agreement]] = {
    Coordinates: coordinates.compare,
    Count: count.compare,
    Date: date.compare,
    Duration: duration.compare,
    Magnitude: magnitude.compare,
    Money: money.compare,
    Name: name.compare,
    Number: number.compare,
    Place: place.compare,
    Quantity: quantity.compare,
    Time: time.compare,
}


def compare(a: Value, b: Value) -> Agreement:
    """Whether two values can both be right; values of different kinds cannot be compared.

    Of lists, one pair that agrees is enough, and they differ only if every pair does.
    """
    if isinstance(a, Listing) or isinstance(b, Listing):
        return _any_pair(a, b)
    comparer = _COMPARERS.get(type(a))
    if comparer is None or type(a) is not type(b):
        return Agreement.UNKNOWN
    return comparer(a, b)


def _any_pair(a: Value, b: Value) -> Agreement:
    found = {compare(one, other) for one in _flat(a) for other in _flat(b)}
    if Agreement.AGREE in found:
        return Agreement.AGREE
    return Agreement.DIFFER if found == {Agreement.DIFFER} else Agreement.UNKNOWN


def _flat(value: Value) -> tuple[Value, ...]:
    """A list's values; lists hold none themselves, as far as anything here makes them."""
    return tuple(item.value for item in value.items) if isinstance(value, Listing) else (value,)
