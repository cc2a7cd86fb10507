"""The pages over the reader, each imported when it is first opened: none delays the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.late import late

if TYPE_CHECKING:
    from tui.screens.ask_line import AskLine
    from tui.screens.card import Card
    from tui.screens.choices import Answer, Choice, Choices
    from tui.screens.copy_form import CopyForm
    from tui.screens.help_page import HelpPage
    from tui.screens.mark_words import MarkWords
    from tui.screens.notes_page import NotesPage
    from tui.screens.palette import Palette
    from tui.screens.pick_one import PickOne
    from tui.screens.search_all import SearchAll
    from tui.screens.voices_page import VoicesPage
    from tui.screens.why_card import Verdict, WhyCard

__all__ = [
    "Answer",
    "AskLine",
    "Card",
    "Choice",
    "Choices",
    "CopyForm",
    "HelpPage",
    "MarkWords",
    "NotesPage",
    "Palette",
    "PickOne",
    "SearchAll",
    "Verdict",
    "VoicesPage",
    "WhyCard",
]

__getattr__ = late(
    __name__,
    {
        "Answer": "choices",
        "AskLine": "ask_line",
        "Card": "card",
        "Choice": "choices",
        "Choices": "choices",
        "CopyForm": "copy_form",
        "HelpPage": "help_page",
        "MarkWords": "mark_words",
        "NotesPage": "notes_page",
        "Palette": "palette",
        "PickOne": "pick_one",
        "SearchAll": "search_all",
        "Verdict": "why_card",
        "VoicesPage": "voices_page",
        "WhyCard": "why_card",
    },
)
