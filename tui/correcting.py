"""The commands of people, organizations and places: choosing them, sorting them."""

from __future__ import annotations

from analysis.corrections import Correction, describe
from tui.desk import Desk
from tui.reading import step


class Correcting(Desk):
    """The person, organization or place at hand and what is done with it."""

    def _choose(self, entity: int) -> None:
        """Choose an entity and go to its first mention; chosen already, to its next one."""
        if self.reading is None:
            return
        again = self.reading.chosen == entity
        self._set_reading(self.reading.choosing(entity))
        mentions = self.reading.mentions_of(entity)
        following = step(mentions, self.place.start if again and self.place else -1, 1)
        if following is not None:
            self._jump(mentions[following])

    def action_sort_panel(self) -> None:
        """Sort people and organizations the other way."""
        self._sort = "count" if self._sort == "first" else "first"
        self.show_lists(self.library.shelf.current, self._sort)
        self.say("Sorted by count" if self._sort == "count" else "Sorted by first mention")

    def action_undo(self) -> None:
        """Take the last correction back."""
        self._tell_turn("Undone", self.journal.undo(), "There is no correction to undo")

    def action_redo(self) -> None:
        """Let the correction taken back last hold again."""
        self._tell_turn("Redone", self.journal.redo(), "There is no correction to redo")

    def _tell_turn(self, done: str, correction: Correction | None, nothing: str) -> None:
        self.show_corrections()
        if correction is None:
            self.say(nothing)
            return
        is_elsewhere = self.reading is None or correction.article not in (
            None,
            self.reading.article.key,
        )
        where = f" in “{correction.title}”" if is_elsewhere and correction.title else ""
        self.say(f"{done}{where}: {describe(correction.change)}")
