"""The commands of correcting names: what is at hand, what is selected, and taking it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

from textual import work
from textual.content import Content

from analysis import corrections
from analysis.schema import Entity, EntityKind, Span
from tui import screens
from tui.naming import Naming
from tui.reading import Reading
from tui.rows import Row, name_row
from tui.selecting import Marking, whole_words
from tui.status import counted, describe_entity

_Thing = TypeVar("_Thing")
KINDS: dict[str, EntityKind] = {"p": "person", "o": "organization", "l": "place"}
"""What each letter makes of a name."""
KIND_LABELS: dict[EntityKind, str] = {
    "person": "a person",
    "organization": "an organization",
    "place": "a place",
}
"""What each kind is called on a page of choices."""
_Finder: TypeAlias = Callable[[str, Callable[[], bool]], Sequence[_Thing]]
MOST_SELECTED = 100
"""Characters that a name selected in the text may have."""


class Correcting(Naming):
    """Correct the person, organization or place at hand, or add the words selected."""

    @work
    async def action_correct(self) -> None:
        """Ask what is wrong about what is selected or at hand, and correct it."""
        if not self.is_active:
            return  # the key came twice, and the page is there already
        reading, entity = self.reading, self.entity_at_hand()
        selected = None if self.focused_part else self.view.selected
        if reading is None or reading.analysis is None:
            self.say("There is nothing to correct before the analysis is there")
        elif selected is not None:
            await self._add(reading, selected)
        elif entity is not None:
            await self._correct(reading, entity)
        else:
            self.say("Nobody at hand to correct: ] goes to the next, or select a name to add it")

    @work
    async def action_mark_words(self) -> None:
        """Mark words with the keys, then add them as a name or copy them."""
        if not self.is_active:
            return
        reading = self.reading
        marking = Marking.at(reading.article.text, self._here_seen()) if reading else None
        if reading is None or marking is None:
            self.say("There are no words to mark")
            return
        page = screens.MarkWords(marking, show=self._show_marked, below=self.view.offset_below)
        answer = await self.app.push_screen_wait(page)
        if answer is None:
            self.clear_selection()
        elif answer.way == "copy":
            self.app.copy_to_clipboard(answer.span.of(reading.article.text))
        else:
            await self._add(reading, answer.span)

    def _here_seen(self) -> int:
        """Return where the reader is, if that is seen, else the first character seen."""
        first, last = self.view.first_visible_offset, self.view.last_visible_offset
        is_seen = self.place is not None and first <= self.place.start <= last
        return self.place.start if self.place is not None and is_seen else first

    def _show_marked(self, span: Span) -> None:
        self.view.select(span)
        self.view.reveal(span)

    async def _correct(self, reading: Reading, entity: Entity) -> None:
        forms = reading.forms_of(entity.id)
        about = Content.assemble(
            (entity.name, "bold"), f"\n{describe_entity(reading, entity.id, with_name=False)}"
        )
        answer = await self._ask("Correct", about, _choices(entity, forms), entity.name)
        if answer is None:
            return
        change = await self._change(reading, entity, answer.key, forms)
        if change is not None and not self.correct(change, everywhere=answer.everywhere):
            self.say("That changes nothing here")

    async def _change(
        self, reading: Reading, entity: Entity, key: str, forms: tuple[tuple[str, int], ...]
    ) -> corrections.Change | None:
        """Ask for what a correction needs besides its kind; None where the reader gives up."""
        who = corrections.Who.of(entity)
        if key == "r":
            line = screens.AskLine(
                "The right name", entity.name, most_characters=corrections.MOST_CHARACTERS
            )
            name = await self.app.push_screen_wait(line)
            return corrections.Rename(who, name) if name and name != entity.name else None
        if key == "m":
            others = screens.PickOne(
                f"{entity.name} is the same as",
                self._finder_of_others(reading, entity),
                lambda found: [name_row(reading, other) for other in found],
            )
            other = await self.app.push_screen_wait(others)
            return None if other is None else corrections.Merge(who, corrections.Who.of(other))
        if key == "s":
            page = screens.PickOne(
                "Which form is somebody else?", _finder_of_forms(forms), _form_rows
            )
            form = await self.app.push_screen_wait(page)
            return None if form is None else corrections.Split(who, form[0])
        return corrections.Ignore(who) if key == "x" else corrections.SetKind(who, KINDS[key])

    async def _add(self, reading: Reading, selected: Span) -> None:
        if reading.analysis is None:
            self.say("Names can be added once the analysis is there")
            return
        span = whole_words(reading.article, selected)
        words = "" if span is None else " ".join(span.of(reading.article.text).split())
        if not words or len(words) > MOST_SELECTED:
            self.say("Select a name: some words of one paragraph")
            return
        count = len(corrections.find_occurrences(reading.article, words))
        about = Content.assemble(
            (words, "bold"), f"\nstands {counted(count, 'time', 'times')} in this article"
        )
        choices = tuple(
            screens.Choice(key, f"is {KIND_LABELS[kind]}") for key, kind in KINDS.items()
        )
        answer = await self._ask("Add a name", about, choices, words)
        if answer is None:
            return
        self.clear_selection()
        if not self.correct(
            corrections.Add(words, KINDS[answer.key]), everywhere=answer.everywhere
        ):
            self.say("That is known here already, or a part of longer names")

    async def _ask(
        self, title: str, about: Content, choices: tuple[screens.Choice, ...], name: str
    ) -> screens.Answer | None:
        # A lone word is somebody else's name as well, elsewhere; a whole name seldom is.
        page = screens.Choices(title, about, choices, everywhere=" " in name)
        return await self.app.push_screen_wait(page)

    def _finder_of_others(self, reading: Reading, entity: Entity) -> _Finder[Entity]:
        """Return what finds the other names of an article by what is typed; for a thread."""
        assert reading.analysis is not None
        entities = reading.analysis.entities

        def find_others(query: str, is_given_up: Callable[[], bool]) -> list[Entity]:
            from analysis.search import find

            # Those of its own kind first: they are the ones it may be.
            found = sorted(entities, key=lambda other: (other.kind != entity.kind, other.id))
            if query.strip():
                found = [
                    entities[hit.entity]
                    for hit in find(self.indexes.of(reading), query, limit=None)
                    if hit.kind not in ("quote", "passage") and hit.entity is not None
                ]
            return [other for other in found if other.id != entity.id]

        return find_others

    # -- taking back -----------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take the last correction back."""
        self._tell_turn("Undone", self.journal.undo(), "There is no correction to undo")

    def action_redo(self) -> None:
        """Let the correction taken back last hold again."""
        self._tell_turn("Redone", self.journal.redo(), "There is no correction to redo")

    def _tell_turn(
        self, done: str, correction: corrections.Correction | None, nothing: str
    ) -> None:
        self.show_corrections()
        if correction is None:
            self.say(nothing)
            return
        is_elsewhere = self.reading is None or correction.article not in (
            None,
            self.reading.article.key,
        )
        where = f" in “{correction.title}”" if is_elsewhere and correction.title else ""
        self.say(f"{done}{where}: {corrections.describe(correction.change)}")


def _choices(entity: Entity, forms: tuple[tuple[str, int], ...]) -> tuple[screens.Choice, ...]:
    """Return what can be corrected about an entity."""
    kinds = [
        screens.Choice(key, f"is {KIND_LABELS[kind]}")
        for key, kind in KINDS.items()
        if kind != entity.kind
    ]
    split = [screens.Choice("s", "a form of the name is somebody else…")] if len(forms) > 1 else []
    return (
        screens.Choice("r", "rename…"),
        screens.Choice("m", "is the same as…"),
        *split,
        *kinds,
        screens.Choice("x", "is not a name, or none that matters"),
    )


def _finder_of_forms(forms: Sequence[tuple[str, int]]) -> _Finder[tuple[str, int]]:
    """Return what finds the forms of a name by what is typed."""

    def find_forms(query: str, is_given_up: Callable[[], bool]) -> list[tuple[str, int]]:
        wanted = corrections.folded(query)
        return [form for form in forms if wanted in corrections.folded(form[0])]

    return find_forms


def _form_rows(forms: Sequence[tuple[str, int]]) -> list[Row]:
    """Return a row for each form: how often it stands there, and the form."""
    return [
        Row(index, Content.assemble((f"{count:>3} ", "dim"), Content(form)), form)
        for index, (form, count) in enumerate(forms)
    ]
