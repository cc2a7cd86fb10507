"""Draw curves as SVG, both axes logarithmic. A few lines of our own: a plotting library is a hundred
times as large as all else that the benchmark needs.
"""

from __future__ import annotations

from html import escape
from math import ceil, floor, log10

from tests.bench.figures import Curve

WIDTH, HEIGHT = 560, 320
LEFT, RIGHT, TOP, BOTTOM = 70, 20, 40, 50
COLOURS = ("#1f77b4", "#d62728", "#2ca02c", "#9467bd")


def draw(curve: Curve) -> str:
    """Return a plot of a curve's lines; a value below a hundredth is drawn as one."""
    points = [point for line in curve.lines.values() for point in line]
    across = _Axis([x for x, _ in points], LEFT, WIDTH - RIGHT)
    up = _Axis([max(y, 0.01) for _, y in points], HEIGHT - BOTTOM, TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        _text(WIDTH / 2, 20, curve.title, "middle", "bold"),
        _text(WIDTH / 2, HEIGHT - 10, curve.across, "middle"),
        _text(8, TOP - 8, curve.up, "start"),
    ]
    for value in across.ticks:
        x = across.place(value)
        parts.append(_line(x, TOP, x, HEIGHT - BOTTOM))
        parts.append(_text(x, HEIGHT - BOTTOM + 16, f"{value:,g}", "middle"))
    for value in up.ticks:
        y = up.place(value)
        parts.append(_line(LEFT, y, WIDTH - RIGHT, y))
        parts.append(_text(LEFT - 6, y + 4, f"{value:,g}", "end"))
    for number, (name, line) in enumerate(curve.lines.items()):
        colour = COLOURS[number % len(COLOURS)]
        places = [(across.place(x), up.place(max(y, 0.01))) for x, y in line]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places]
        parts.append(_text(LEFT + 8, TOP + 16 + 16 * number, name, "start", "bold", colour))
    return "\n".join([*parts, "</svg>"]) + "\n"


class _Axis:
    """Powers of ten between the first and the last place of an axis."""

    def __init__(self, values: list[float], first: float, last: float) -> None:
        self._low = floor(log10(min(values)))
        self._high = max(ceil(log10(max(values))), self._low + 1)
        self._first, self._last = first, last
        self.ticks = [10.0**power for power in range(self._low, self._high + 1)]

    def place(self, value: float) -> float:
        share = (log10(value) - self._low) / (self._high - self._low)
        return self._first + share * (self._last - self._first)


def _text(
    x: float, y: float, words: str, anchor: str, weight: str = "normal", colour: str = "#222222"
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-weight="{weight}" '
        f'fill="{colour}">{escape(words)}</text>'
    )


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#dddddd"/>'
