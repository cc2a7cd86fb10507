"""Keep a theme's colours readable for long. Knows colours; knows no widget."""

from __future__ import annotations

from textual.color import Color

_GOOD_CONTRAST, _POOR_CONTRAST = 4.5, 3.0


def readable(color: Color, background: Color) -> Color:
    """Return a colour as it is, or nearer to black or white, so that it can be read for long.

    Themes choose their colours for signs and short labels; some are too pale for text. The
    measure is WCAG 2.1's: a contrast of 4.5 between luminances.
    """
    if color.ansi is not None or background.ansi is not None:
        return color
    base = background + color
    black, white = Color(0, 0, 0), Color(255, 255, 255)
    is_brighter = _luminance(base) >= _luminance(background)
    extreme, other = (white, black) if is_brighter else (black, white)
    if _contrast(background, extreme) < _POOR_CONTRAST:
        extreme = other
    shades = (base.blend(extreme, step / 10) for step in range(10))
    return next(
        (shade for shade in shades if _contrast(background, shade) >= _GOOD_CONTRAST), extreme
    )


def _contrast(first: Color, second: Color) -> float:
    dark, bright = sorted(map(_luminance, (first, second)))
    return (bright + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
