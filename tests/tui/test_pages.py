"""The pages over the reader, for keys that come before a page is laid out, or once it is closed."""

from __future__ import annotations

from tests.tui.conftest import Open, wait_until
from tui.screens import HelpPage


async def test_only_a_page_that_is_laid_out_and_open_takes_keys(opened: Open) -> None:
    async with opened() as (app, pilot):
        page = HelpPage()
        is_taken = []

        def try_keys() -> None:
            is_taken.append(page.check_action("move_to", (0,)))
            is_taken.append(page.check_action("close", ()))

        app.push_screen(page)
        try_keys()
        await wait_until(pilot, lambda: page.is_current and page.is_mounted)
        try_keys()
        page.action_close()
        await wait_until(pilot, lambda: app.screen is app.reader)
        try_keys()
        assert is_taken == [False, True, True, True, False, True]
