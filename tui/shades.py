"""The few colours of each of Textual's themes that the first page is drawn in.

As Textual mixes them, but known without it; `tests/tui/test_first_page.py` holds the table to that.
"""

from __future__ import annotations

from typing import NamedTuple


class Shades(NamedTuple):
    """Colours of one theme, each as #RRGGBB."""

    background: str
    """Behind the text."""
    foreground: str
    """The text."""
    muted: str
    """What is less important than the text."""
    surface: str
    """Behind the lists."""
    foot: str
    """Behind the last lines."""


SHADES = {
    "textual-dark": Shades("#121212", "#E0E0E0", "#A0A0A0", "#1E1E1E", "#242F38"),
    "textual-light": Shades("#E0E0E0", "#1F1F1F", "#595959", "#D8D8D8", "#D0D0D0"),
    "nord": Shades("#2E3440", "#D8DEE9", "#ABADB2", "#3B4252", "#434C5E"),
    "gruvbox": Shades("#282828", "#FBF1C7", "#A9A9A9", "#3C3836", "#504945"),
    "catppuccin-mocha": Shades("#181825", "#CDD6F4", "#A2A2A7", "#313244", "#45475A"),
    "dracula": Shades("#282A36", "#F8F8F2", "#A9A9AE", "#2B2E3B", "#313442"),
    "tokyo-night": Shades("#1A1B26", "#A9B1D6", "#A3A3A8", "#24283B", "#414868"),
    "monokai": Shades("#272822", "#D6D6D6", "#A8A9A6", "#2E2E2E", "#3E3D32"),
    "flexoki": Shades("#100F0F", "#FFFCF0", "#9F9F9F", "#1C1B1A", "#282726"),
    "catppuccin-latte": Shades("#EFF1F5", "#4C4F69", "#5F6062", "#E6E9EF", "#CCD0DA"),
    "catppuccin-frappe": Shades("#303446", "#C6D0F5", "#ACADB5", "#414559", "#51576D"),
    "catppuccin-macchiato": Shades("#24273A", "#CAD3F5", "#A7A8B0", "#363A4F", "#494D64"),
    "solarized-light": Shades("#FDF6E3", "#586E75", "#65625A", "#EEE8D5", "#EEE8D5"),
    "solarized-dark": Shades("#002B36", "#839496", "#99AAAE", "#073642", "#073642"),
    "rose-pine": Shades("#191724", "#E0DEF4", "#A3A2A7", "#1F1D2E", "#26233A"),
    "rose-pine-moon": Shades("#232136", "#E0DEF4", "#A7A6AE", "#2A273F", "#393552"),
    "rose-pine-dawn": Shades("#FAF4ED", "#575279", "#64615E", "#FFFAF3", "#F2E9E1"),
    "atom-one-dark": Shades("#282C34", "#ABB2BF", "#A9AAAD", "#3B414D", "#4F5666"),
    "atom-one-light": Shades("#FAFAFA", "#383A42", "#646464", "#E0E0E0", "#CCCCCC"),
}
"""By the theme's name; themes in the terminal's own colours are missing."""
