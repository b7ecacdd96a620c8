"""What wikiproof and its peers make of infobox fields, in one shape."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mwparserfromhell
import wikitextparser

import wikiproof
from wikiproof.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_RUNNER = Path(__file__).with_name("peers.js")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_PACKAGES = ("wtf_wikipedia", "infobox-parser")


@dataclass(frozen=True, slots=True)
class Box:
    """One infobox: its wikitext and the raw value of every field that is not empty."""

    text: str
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of a field; `kinds` and `numbers` are those of its typed values, `pieces` its items."""

    text: str
    pieces: list[str]
    kinds: set[str] = field(default_factory=set)
    numbers: set[float] = field(default_factory=set)


Readings = dict[str, Reading]


def boxes(page: str) -> Iterator[Box]:
    """The infoboxes of a page, embedded ones by themselves too, as mwparserfromhell finds them."""
    for template in mwparserfromhell.parse(page).filter_templates():
        name = " ".join(str(template.name).split()).casefold()
        if not (name.startswith("infobox") or name.endswith(" infobox")):
            continue
        # Of a repeated parameter the last counts.
        fields = {
            _COMMENT.sub("", str(each.name)).strip(): str(each.value).strip() for each in template.params
        }
        yield Box(str(template), {name: _without_boxes(raw) for name, raw in fields.items()})


def _without_boxes(raw: str) -> str:
    """A value without the infoboxes embedded in it, which are judged by themselves."""
    if "nfobox" not in raw:
        return raw
    code = mwparserfromhell.parse(raw)
    for template in code.filter_templates(recursive=False):
        if "infobox" in str(template.name).casefold():
            code.remove(template)
    return str(code).strip()


def wikiproof_readings(box: Box) -> Readings:
    """The fields as `wikiproof convert` writes them."""
    document = wikiproof.convert(wikiproof.read(Source(box.text), form="wikitext"))
    fields = document["infoboxes"][0]["fields"] if document["infoboxes"] else []
    return {each["name"]: _from_json(each) for each in fields}


def _from_json(document: dict[str, Any]) -> Reading:
    value, text = document["value"], document["text"]
    values = list(_flat(value))
    pieces = value["texts"] if value["kind"] == "list" else value.get("parts", [text])
    numbers = {float(number) for each in values for number in _numbers(each)}
    return Reading(text, pieces, {value["kind"], *(each["kind"] for each in values)}, numbers)


def _flat(value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if value["kind"] == "list":
        for item in value["items"]:
            yield from _flat(item)
    else:
        yield value


def _numbers(value: dict[str, Any]) -> Iterator[str | float]:
    for name, part in value.items():
        if isinstance(part, (int, float)) and not isinstance(part, bool):
            yield part
        elif name in ("start", "end") and isinstance(part, str):
            yield from re.findall(r"\d+", part)
        elif name == "si":
            yield from _numbers(part)


def mwparserfromhell_readings(box: Box) -> Readings:
    """Each value's `strip_code`."""
    return {name: _plain(str(mwparserfromhell.parse(raw).strip_code())) for name, raw in box.fields.items()}


def wikitextparser_readings(box: Box) -> Readings:
    """Each value's `plain_text`."""
    return {name: _plain(wikitextparser.parse(raw).plain_text()) for name, raw in box.fields.items()}


def _plain(text: str) -> Reading:
    return Reading(text, [line for line in re.split(r"[\n•·]", text) if line.strip()])


def node_folder(given: Path | None) -> Path | str:
    """The folder whose `node_modules` has the peers from npm; installs them there, or says why it cannot."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return "node and npm are not installed"
    folder = given or Path(__file__).parents[1] / "build" / "peers"
    if not all((folder / "node_modules" / package).is_dir() for package in _PACKAGES):
        folder.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(folder), *_PACKAGES]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            return f"npm could not install {' and '.join(_PACKAGES)}: {done.stderr.strip()[:200]}"
    return folder


def node_readings(all_boxes: Iterable[Box], folder: Path) -> Iterator[tuple[Readings, Readings]]:
    """What wtf_wikipedia and infobox-parser make of each box, in one run of node."""
    tasks = "".join(json.dumps({"box": box.text, "names": list(box.fields)}) + "\n" for box in all_boxes)
    done = subprocess.run(
        ["node", str(_RUNNER)],
        input=tasks,
        capture_output=True,
        text=True,
        check=True,
        env={"NODE_PATH": str(folder / "node_modules"), "PATH": str(Path(shutil.which("node") or "").parent)},
    )
    for box, line in zip(all_boxes, done.stdout.splitlines(), strict=True):
        answer = json.loads(line)
        yield (
            _named(box, answer["wtf"], _of_wtf),
            _named(box, answer["infoboxParser"], _of_infobox_parser),
        )


def _named(box: Box, answers: list[Any], read: Any) -> Readings:
    return {
        name: read(answer) for name, answer in zip(box.fields, answers, strict=True) if answer is not None
    }


def _of_wtf(answer: dict[str, Any]) -> Reading:
    reading = _plain(answer.get("text", ""))
    if "number" in answer:
        return Reading(reading.text, reading.pieces, {"number"}, {float(answer["number"])})
    return reading


def _of_infobox_parser(answer: Any) -> Reading:
    match answer:
        case bool():
            return _plain(str(answer))
        case int() | float():
            return Reading(str(answer), [str(answer)], {"number"}, {float(answer)})
        case list():
            pieces = [_of_infobox_parser(each).text for each in answer]
            return Reading("\n".join(pieces), pieces, {"list"})
        case dict():
            texts = [str(each) for each in answer.values()]
            years = {float(number) for text in texts for number in re.findall(r"\d+", text)}
            return Reading(" ".join(texts), texts, {"date"} if "date" in answer else set(), years)
        case _:
            # An ISO 8601 day and time is a Date of JavaScript.
            is_date = re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", str(answer))
            numbers = {float(number) for number in re.findall(r"\d+", str(answer))} if is_date else set()
            return Reading(str(answer), [str(answer)], {"date"} if is_date else set(), numbers)
