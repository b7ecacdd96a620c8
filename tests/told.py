"""Values in a few words, as the tables of samples write them: "date 2022-02-08", "quantity 10 km"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def told(value: dict[str, Any]) -> str:
    """A value of a JSON document in a few words; a list has its items in brackets."""
    if value["kind"] == "list":
        return f"[{', '.join(map(told, value['items']))}]"
    return " ".join((value["kind"], *_SAID.get(value["kind"], _amount)(value)))


def _amount(value: dict[str, Any]) -> list[str]:
    low, high = value.get("low"), value.get("high")
    number = "about " * bool(value.get("approximate")) + f"{low:.10g}"
    number += "+" if high is None else f"–{high:.10g}" * (high != low)
    about = (value.get(each) for each in ("part", "unit", "currency", "scale", "year", "of"))
    return [number, *(str(each) for each in about if each)]


def _date(value: dict[str, Any]) -> list[str]:
    said = [value["edtf"]]
    if "time" in value:
        said.append(f"at {' '.join(_time(value['time']))}")
    if "old_style" in value:
        said.append(f"O.S. {value['old_style']}")
    return said


def _time(value: dict[str, Any]) -> list[str]:
    clock = value["start"] + (f"–{value['end']}" if "end" in value else "")
    return ["about"] * bool(value.get("approximate")) + [clock, *filter(None, [value["zone"]])]


def _duration(value: dict[str, Any]) -> list[str]:
    high = f"–{value['seconds_high']}" if "seconds_high" in value else ""
    return ["about"] * bool(value.get("approximate")) + [f"{value['seconds']}{high} s"]


def _name(value: dict[str, Any]) -> list[str]:
    said = [value["name"]]
    if value.get("link", value["name"]) != value["name"]:
        said.append(f"→ {value['link']}")
    said += [f"({value[each]})" for each in ("country", "note") if value.get(each)]
    return said + ([f"({told(value['date'])})"] if "date" in value else [])


def _coordinates(value: dict[str, Any]) -> list[str]:
    return [f"{value['lat']:.10g}", f"{value['lon']:.10g}"]


def _place(value: dict[str, Any]) -> list[str]:
    return [" < ".join(value["parts"]), *filter(None, [value.get("country")])]


def _text(_: dict[str, Any]) -> list[str]:
    return []


_SAID: dict[str, Callable[[dict[str, Any]], list[str]]] = {
    "coordinates": _coordinates,
    "date": _date,
    "duration": _duration,
    "infobox": lambda value: [str(value["name"])],
    "name": _name,
    "place": _place,
    "text": _text,
    "time": _time,
    "unread": lambda value: [f"({value['reason']})"],
}
