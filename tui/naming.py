"""The commands of people, organizations and places: which one is at hand, choosing, sorting."""

from __future__ import annotations

from analysis.schema import Entity
from tui.desk import Desk
from tui.reading import step
from tui.stage import NAME_PARTS


class Naming(Desk):
    """The person, organization or place at hand, and the lists of them."""

    def entity_at_hand(self) -> Entity | None:
        """Return whom a command is about.

        The one under the cursor of a list of names while that has the focus, else the one
        mentioned at the place while it is seen, else the one chosen; None where there is none.
        """
        reading = self.reading
        if reading is None or reading.analysis is None:
            return None
        number = reading.chosen
        part = self.focused_part
        first, last = self.view.first_visible_offset, self.view.last_visible_offset
        if part is not None and part.id in NAME_PARTS:
            number = part.key_at_hand
        elif self.place is not None and first <= self.place.start <= last:
            mention = reading.mention_at(self.place.start)
            number = mention.entity if mention else number
        return None if number is None else reading.analysis.entities[number]

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
