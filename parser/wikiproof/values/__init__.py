"""Text to typed values, and how two values compare.

A value is a set of possibilities, not a point, and says what it does not know. Each kind has a file with
its class, its reader and its comparison, and a grammar in `grammar/`.
"""

from __future__ import annotations

from wikiproof.values.base import Agreement
from wikiproof.values.calendar import CalendarDate
from wikiproof.values.coordinates import Coordinates
from wikiproof.values.count import Count
from wikiproof.values.date import Date
from wikiproof.values.duration import Duration
from wikiproof.values.listing import Item, Listing
from wikiproof.values.magnitude import Magnitude
from wikiproof.values.money import Money
from wikiproof.values.name import Name
from wikiproof.values.number import Number
from wikiproof.values.other import Embedded, FreeText, Unread
from wikiproof.values.place import Place
from wikiproof.values.quantity import Quantity
from wikiproof.values.time import Time

Value = (
    Date
    | Time
    | Duration
    | Count
    | Number
    | Quantity
    | Money
    | Magnitude
    | Coordinates
    | Place
    | Name
    | Listing
    | Embedded
    | FreeText
    | Unread
)

# The readers of whole fields know all kinds, and so stand after them.
from wikiproof.values.comparing import compare  # noqa: E402
from wikiproof.values.guessing import guess  # noqa: E402
from wikiproof.values.reading import read  # noqa: E402

__all__ = [
    "Agreement",
    "CalendarDate",
    "Coordinates",
    "Count",
    "Date",
    "Duration",
    "Embedded",
    "FreeText",
    "Item",
    "Listing",
    "Magnitude",
    "Money",
    "Name",
    "Number",
    "Place",
    "Quantity",
    "Time",
    "Unread",
    "Value",
    "compare",
    "guess",
    "read",
]
