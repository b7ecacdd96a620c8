"""The values of facts as JSON and back: dates, counts, places and names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wikiproof.values import CalendarDate, Count, Date, Magnitude, Name, Place

if TYPE_CHECKING:
    from wikiproof.values import Value

KINDS = (Date, Count, Place, Name, Magnitude)


def value_of(data: dict[str, Any]) -> Value:
    """The value that `Value.as_json` made the data of."""
    match data["kind"]:
        case "date":
            end = data["end"]
            return Date(_day(data["start"]), end and _day(end), data.get("approximate", False))
        case "count":
            return Count(
                data["low"], data["high"], data["approximate"], data["of"], data.get("part", "total")
            )
        case "place":
            return Place(tuple(data["parts"]), data.get("country"))
        case "magnitude":
            return Magnitude(data["low"], data["high"], data["scale"])
        case _:
            return Name(data["name"], data.get("link"), data.get("note"), data.get("country"))


def _day(edtf: str) -> CalendarDate:
    """A day, month or year in EDTF: "2022-02-08", "1986", "-0043-03", "XXXX-05-09"."""
    year, *rest = edtf.removeprefix("-").split("-")
    sign = -1 if edtf.startswith("-") else 1
    month, day = (*map(int, rest), None, None)[:2]
    return CalendarDate(None if year == "XXXX" else sign * int(year), month, day)
