"""Draws docs/pictures/gates.svg, the way of a claim through the gates, from what each gate says of itself.

`make docs` runs it. Examples are cases of the gates (tests/claims/gates), the first short one that each stops.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from textwrap import wrap
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from wikiproof.claims import gates

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
_WIDTH, _STEP, _TOP = 760, 70, 74
_EXAMPLES = {
    "G1": "the trial, the background, another attack",
    "G2": "“On 21 March …”, of an attack in February",
    "G3": "“… in one village alone”",
    "G4": "“including 12 children”, “another nine”",
    "G5": "“40 houses”, “killed or wounded”",
    "G6": "“according to officials”, “at first”",
    "G7": "“may have killed”, “is feared”, “denied”",
    "G8": "“40, the attackers among them”",
    "G9": "“the worst since the one that killed 80”",
}
_STYLE = """
text { font: 14px sans-serif; fill: #1f2328 } .small { font-size: 12px } .mono { font-weight: bold }
.gate { fill: #eef3fb; stroke: #4a6fa5 } .end { fill: #e7f5ea; stroke: #2f7d3b } .out { fill: #faf0ee; stroke: #b35c4d }
path { stroke: #6b7683; fill: none; stroke-width: 1.5 } marker path { fill: #6b7683; stroke: none }
@media (prefers-color-scheme: dark) {
  text { fill: #e6e9ee } .gate { fill: #1d2b40 } .end { fill: #17301c } .out { fill: #3a201b }
}
"""


def draw() -> str:
    """The picture as SVG."""
    found = list(_gates())
    height = _TOP + _STEP * len(found) + 66
    lines = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="'
            'A claim of the text passes nine gates before it may contradict the infobox">'
        ),
        f"<style>{_STYLE}</style>",
        (
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
            'orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>'
        ),
        *_box(20, 14, 430, 40, "end", "The text: “The explosion killed 21 people.”"),
    ]
    y = _TOP
    for code, name, asks in found:
        lines += _arrow(235, y - 20 if code == "G1" else y - 14, 235, y - 1)
        lines += _box(20, y, 430, 56, "gate", f"{code} {name}", asks)
        lines += _arrow(450, y + 28, 489, y + 28)
        lines += _box(490, y + 8, 255, 40, "out", "", _EXAMPLES[code])
        y += _STEP
    lines += _arrow(235, y - 14, 235, y - 1)
    lines += _box(20, y, 430, 40, "end", "may contradict the infobox: Fatalities: 12")
    lines.append(_text(490, y + 25, "stopped or narrowed: silent", "small"))
    return "\n".join((*lines, "</svg>", ""))


def _gates() -> Iterator[tuple[str, str, str]]:
    """Code, name and question of each gate."""
    modules = [import_module(f"{gates.__name__}.{each.name}") for each in iter_modules(gates.__path__)]
    for module in sorted(modules, key=lambda module: str(module.CODE)):
        asks = (module.__doc__ or "").split("\n", 1)[0].partition(": ")[2]
        yield module.CODE, module.NAME, asks.rstrip(".")


def _box(x: int, y: int, width: int, height: int, kind: str, title: str, small: str = "") -> Iterator[str]:
    yield f'<rect class="{kind}" x="{x}" y="{y}" width="{width}" height="{height}" rx="6"/>'
    lines = wrap(small, width // 6)
    top = y + height / 2 - 7.5 * (bool(title) + len(lines)) + 12
    if title:
        yield _text(x + 12, top, title, "mono")
        top += 15
    for line in lines:
        yield _text(x + 12, top, line, "small")
        top += 14


def _text(x: float, y: float, text: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x:g}" y="{y:g}">{escape(text)}</text>'


def _arrow(x1: int, y1: int, x2: int, y2: int) -> Iterator[str]:
    yield f'<path d="M{x1} {y1}L{x2} {y2}" marker-end="url(#tip)"/>'


if __name__ == "__main__":
    (HERE / "gates.svg").write_text(draw(), encoding="utf-8")
