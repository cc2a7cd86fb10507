"""Every command of the reader, declared once: keys, label and help.

Bindings, footer, palette and help page are all read from this table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding

Group = Literal["Read", "Jump", "Panels", "Quotes", "Search", "Copy", "Correct", "Program"]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can do."""

    action: str
    """The Textual action that does it, with its arguments."""
    keys: str
    """Textual's key names, separated by commas; the first one is shown."""
    shown: str
    """The keys as people write them, separated by spaces."""
    label: str
    """Two words at most, for the footer and the palette."""
    help: str
    """One line for the help page."""
    group: Group
    """Under which heading the help page lists it."""
    in_footer: bool = False
    """Whether the footer shows it."""


# fmt: off
COMMANDS = (
    Command("move_lines(1)", "j,down", "j ↓", "Line down", "one line down, or one row in a list", "Read"),
    Command("move_lines(-1)", "k,up", "k ↑", "Line up", "one line up, or one row in a list", "Read"),
    Command("move_pages(1)", "space,pagedown,ctrl+f", "Space PgDn", "Page down", "one page down", "Read"),
    Command("move_pages(-1)", "b,pageup,ctrl+b", "b PgUp", "Page up", "one page up", "Read"),
    Command("move_pages(0.5)", "ctrl+d", "Ctrl+D", "Half down", "half a page down", "Read"),
    Command("move_pages(-0.5)", "ctrl+u", "Ctrl+U", "Half up", "half a page up", "Read"),
    Command("move_to_top", "g,home", "g Home", "Top", "the beginning", "Read"),
    Command("move_to_end", "G,end", "G End", "End", "the end", "Read"),
    Command("toggle_alone", "z", "z", "Alone", "the article alone, without panels, and back", "Read"),
    Command("widen(4)", "plus,equals_sign", "+", "Wider", "wider lines", "Read"),
    Command("widen(-4)", "minus", "-", "Narrower", "narrower lines", "Read"),
    Command("step_mention(1)", "right_square_bracket", "]", "Mention", "next mention of the one chosen, or of anyone", "Jump", in_footer=True),
    Command("step_mention(-1)", "left_square_bracket", "[", "Mention back", "previous mention", "Jump"),
    Command("step_quote(1)", "right_parenthesis", ")", "Quote", "next quote", "Jump", in_footer=True),
    Command("step_quote(-1)", "left_parenthesis", "(", "Quote back", "previous quote", "Jump"),
    Command("back", "ctrl+o", "Ctrl+O", "Back", "back to where you jumped from", "Jump"),
    Command("forward", "alt+o", "Alt+O", "Forward", "forward again", "Jump"),
    Command("step_article(1)", "J,shift+right", "J", "Next article", "the next article of the list", "Jump"),
    Command("step_article(-1)", "K,shift+left", "K", "Article back", "the article before", "Jump"),
    Command("focus_next_pane", "tab", "Tab", "Next pane", "to the next pane", "Panels", in_footer=True),
    Command("focus_previous_pane", "shift+tab", "Shift+Tab", "Pane back", "to the pane before", "Panels"),
    Command("focus_part('people')", "1", "1", "People", "to the people", "Panels"),
    Command("focus_part('organizations')", "2", "2", "Organizations", "to the organizations", "Panels"),
    Command("focus_part('quotes')", "3", "3", "Quotes", "to the quotes", "Panels"),
    Command("focus_places", "4", "4", "Places", "to the places, showing them", "Panels"),
    Command("toggle_places", "p", "p", "Places shown", "show or hide the places", "Panels"),
    Command("focus_articles", "a", "a", "Articles", "to the list of articles", "Panels"),
    Command("sort_panel", "s", "s", "Sort", "sort by first mention, or by count", "Panels"),
    Command("filter_panel", "f", "f", "Filter", "filter the part at hand by typing", "Panels"),
    Command("step_speaker(1)", "right_curly_bracket", "}", "Same speaker", "next quote of the same speaker", "Quotes"),
    Command("step_speaker(-1)", "left_curly_bracket", "{", "Speaker back", "previous quote of the same speaker", "Quotes"),
    Command("group_quotes", "o", "o", "By speaker", "list the quotes by speaker, or in reading order", "Quotes"),
    Command("toggle_reported", "i", "i", "Reported", "show or hide speech reported without marks", "Quotes"),
    Command("show_voices", "V", "V", "Voices", "who speaks how much", "Quotes"),
    Command("explain", "w", "w", "Why", "why this speaker; 1 to 9 takes another, 0 none, Enter confirms", "Quotes"),
    Command("walk_doubtful", "exclamation_mark", "!", "Doubtful", "settle the quotes whose speaker is in doubt, one by one", "Quotes"),
    Command("search", "slash", "/", "Search", "search people, organizations, quotes and text", "Search", in_footer=True),
    Command("search_all", "S", "S", "Search all", "search all open articles, for the one at hand or what you type", "Search"),
    Command("step_hit(1)", "n", "n", "Next hit", "next place found", "Search"),
    Command("step_hit(-1)", "N", "N", "Hit back", "previous place found", "Search"),
    Command("copy_quote", "y", "y", "Copy quote", "copy the quote at hand with speaker and source", "Copy", in_footer=True),
    Command("copy_speaker", "ctrl+y", "Ctrl+Y", "Copy all", "copy all quotes of the speaker at hand", "Copy"),
    Command("copy_quote_as", "Y", "Y", "Copy as", "choose the form to copy it in, or all of its speaker", "Copy"),
    Command("collect_quote", "m", "m", "Collect", "collect the quote at hand, to be cited later", "Copy"),
    Command("show_notes", "M", "M", "Collected", "the quotes collected, of all articles", "Copy"),
    Command("show_card", "c", "c", "Card", "how the article introduces the one at hand, and where it is", "Panels"),
    Command("mark_words", "v", "v", "Mark", "mark words with the keys, to add them as a name or copy them", "Correct"),
    Command("correct", "e", "e", "Correct", "correct the name at hand; add the words selected as a name", "Correct", in_footer=True),
    Command("undo", "u", "u", "Undo", "take the last correction back", "Correct"),
    Command("redo", "U,ctrl+r", "U Ctrl+R", "Redo", "make it again", "Correct"),
    Command("read_again", "r", "r", "Read again", "read this article's file again, as when it has changed", "Program"),
    Command("analyse_again", "R", "R", "Analyse again", "analyse this article again", "Program"),
    Command("show_help", "question_mark,f1", "? F1", "Help", "this page", "Program", in_footer=True),
    Command("palette", "ctrl+p", "Ctrl+P", "Palette", "every command by name, and the themes", "Program"),
    Command("close_topmost", "escape", "Esc", "Close", "close the page, the search or the choice on top", "Program"),
    Command("app.suspend_process", "ctrl+z", "Ctrl+Z", "To the shell", "stop for now; the shell's fg comes back here", "Program"),
    Command("quit", "q,ctrl+q", "q", "Quit", "leave newsreader", "Program", in_footer=True),
)
# fmt: on
"""In the order in which help and palette list them."""

IN_LISTS = (("Enter", "jump to the one at hand; again, to its next mention"),)
"""Keys that the lists themselves answer to, for the help page."""


def bindings() -> list[Binding]:
    """Return the screen's bindings, one for each command.

    They have priority: a key is acted on when it arrives, before the next one is given to
    whatever has the focus. So "/lavrov" typed in one go goes to the search line as a whole.
    """
    return [
        Binding(
            command.keys,
            command.action,
            command.label,
            show=command.in_footer,
            key_display=command.shown.split()[0],
            priority=True,
        )
        for command in COMMANDS
    ]


def by_group() -> Iterator[tuple[Group, list[Command]]]:
    """Yield each group with its commands, in the table's order."""
    groups: dict[Group, list[Command]] = {}
    for command in COMMANDS:
        groups.setdefault(command.group, []).append(command)
    yield from groups.items()
