"""One line with the keys that one needs most, at the foot of the screen.

In place of Textual's Footer, which is a widget a key and builds them all anew whenever the focus
moves: it took a sixth of the start, and some of each Tab.
"""

from __future__ import annotations

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget


class KeyLine(Widget):
    """The screen's bindings that are to be shown and can be run now; a click runs one."""

    def on_mount(self) -> None:
        """Follow what can be run."""
        self.screen.bindings_updated_signal.subscribe(self, self._paint_anew)

    def _paint_anew(self, _: Screen[object]) -> None:
        self.refresh()

    def render(self) -> RenderResult:
        """Draw the keys, each with what it does."""
        return Content(" ").join(
            Content.assemble((key, "bold $footer-key-foreground"), f" {label}")
            for key, label, _ in self._shown()
        )

    def on_click(self, event: events.Click) -> None:
        """Do what was clicked on, as its key does."""
        event.stop()
        at = event.x - self.styles.padding.left
        for key, label, name in self._shown():
            if 0 <= at < len(key) + 1 + len(label):
                self.app.simulate_key(name)
            at -= len(key) + 1 + len(label) + 1

    def _shown(self) -> list[tuple[str, str, str]]:
        """Return, of each, the key as people write it, its label, and Textual's name of it."""
        shown: dict[str, tuple[str, str, str]] = {}
        for name, (_, binding, is_enabled, _) in self.screen.active_bindings.items():
            if binding.show and is_enabled:
                key = binding.key_display or binding.key
                shown.setdefault(binding.action, (key, binding.description, name))
        return list(shown.values())
