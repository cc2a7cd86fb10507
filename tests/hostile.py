"""Articles that attack: instructions to the terminal and to the program, each with a mark of its own."""

from __future__ import annotations

from pathlib import Path

ATTACKS = {
    "title": "\x1b]0;PWNED\x07",
    "clipboard": "\x1b]52;c;UFdORUQ=\x07",
    "link": "\x1b]8;;http://pwned.invalid\x1b\\PWNED\x1b]8;;\x1b\\",
    "notification": "\x1b]777;notify;PWNED;PWNED\x1b\\",
    "picture": "\x1b_Gf=100,a=T;UFdORUQ=\x1b\\",
    "device string": "\x1bP$qPWNED\x1b\\",
    "colour": "\x1b[38;2;11;22;33;7;8m",
    "report": "\x1b[6n\x1b[21t",
    "screen": "\x1b[?1049l\x1b[2J\x1b[77;77H",
    "reset": "\x1bc\x1b[!p",
    "eight-bit colour": "\x9b38;2;11;22;33m",
    "eight-bit title": "\x9d0;PWNED\x9c",
    "bell and backspace": "PWN\x07\x08\x08\x08ED",
    "delete": "PWN\x7fED",
    "shift out": "PWN\x0eED\x0f",
    "override": "\u202ePWNED\u202c",
    "isolate": "\u2066PWNED\u2069",
    "marks": "\u200fPWNED\u200e\u061c",
    "zero width": "PW\u200bN\ufeffED\u2060",
    "tags": "PWNED\U000e0041\U000e0042\U000e007f",
    "soft hyphen": "PW\xadNED",
    "line ends": "PWN\u2028ED\u2029\x85\x0b\x0c",
    "noncharacter": "PWNED\uffff\ufdd0",
}
"""What a terminal would act on, or hide."""

MARKUP = (
    "[@click=app.quit]PWNED[/]",
    "[/bold]",
    "[/usr/bin]",
    "[red",
    "\\[bold]",
    "$text",
    ":smile:",
)
"""What a widget would act on, were it given as markup."""

ATTACKS_IN_A_NAME = 5
"""A file's name has room for no more."""


def hostile(text: str) -> str:
    """Return the text with every attack behind its first word."""
    first, _, rest = text.partition(" ")
    return f"{first} {' '.join((*ATTACKS.values(), *MARKUP))} {rest}"


def write_articles(folder: Path) -> list[str]:
    """Write articles that attack in their text, their head, their names and their file's name."""
    texts = {
        "text.txt": "\n\n".join(
            [
                "Mayor Anna Lind of Harbour Watch is under attack",
                *(
                    f"“We will not go{attack} from here,” Anna Lind{attack} said on Monday {attack}."
                    for attack in (*ATTACKS.values(), *MARKUP)
                ),
                hostile("The Harbour Council said it would “look into” the letter."),
            ]
        ),
        "head.md": (
            f"---\ntitle: The {hostile('council divided')}\nbyline: {hostile('Jane Doe')}\n"
            f"source: {hostile('The Example')}\ndate: {hostile('2026-03-02')}\n---\n\n"
            "“It is over,” said Tom Reyes, who chairs the council."
        ),
    }
    for start in range(0, len(ATTACKS), ATTACKS_IN_A_NAME):
        attacks = list(ATTACKS.values())[start : start + ATTACKS_IN_A_NAME]
        name = "".join(attacks).replace("/", "")
        texts[f"name\n{name}.txt"] = "“It is over,” said Tom Reyes of the council."
        texts[f"no text{name}.txt"] = "\0"
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return list(texts)
