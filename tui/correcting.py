"""The commands of people, organizations and places: choosing them, sorting them."""

from __future__ import annotations

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
