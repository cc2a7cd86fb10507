"""The commands of people, organizations and places: choosing, listing, telling of them."""

from __future__ import annotations

from textual import on, work

from tui import screens
from tui.desk import Desk
from tui.reading import step
from tui.widgets.part_list import PartList
from tui.widgets.spread_bar import SpreadBar


class Naming(Desk):
    """The lists of names, and the one at hand."""

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

    def action_toggle_places(self) -> None:
        """Show places beside people and organizations, or no longer."""
        self._show_places(not self._shows_places)
        self.say("Places shown" if self._shows_places else "Places hidden")

    def action_focus_places(self) -> None:
        """Give the focus to the places, showing them if they are hidden."""
        self._show_places(True)
        self.action_focus_part("places")

    def _show_places(self, shows: bool) -> None:
        if shows == self._shows_places:
            return
        self._shows_places = shows
        if self.focused_part is self.part("places"):
            self.focus_pane(self.view)
        self.set_class(shows, "-places-shown")
        if self.reading is not None:
            self._set_reading(self.reading.showing_places(shows))

    def action_sort_panel(self) -> None:
        """Sort people, organizations and places the other way."""
        self._sort = "count" if self._sort == "first" else "first"
        self._show_lists()
        self.say("Sorted by count" if self._sort == "count" else "Sorted by first mention")

    @work
    async def action_show_card(self) -> None:
        """Show how the article introduces whoever is at hand."""
        if not self.is_active:
            return  # the key came twice, and the card is there already
        entity, reading = self.entity_at_hand(), self.reading
        if entity is None or reading is None:
            self.say("Nobody at hand: ] goes to the next")
        elif await self.app.push_screen_wait(screens.Card(reading, entity.id)):
            await self.run_action("correct")

    @on(PartList.Pointed)
    def _tell_pointed(self) -> None:
        self._show_status()

    @on(SpreadBar.Chosen)
    def _jump_on_bar(self, message: SpreadBar.Chosen) -> None:
        """Choose whoever is at hand, as a click in the text does, and go to the mention."""
        entity = self.entity_at_hand()
        if entity is not None and self.reading is not None:
            self._set_reading(self.reading.choosing(entity.id))
            self._jump(message.span)
