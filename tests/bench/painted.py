"""Wait, in a test of a Textual app, until what was asked for is on the screen."""

from __future__ import annotations

import asyncio

from textual.app import App


async def painted(app: App[None]) -> None:
    """Wait for two paints: laying out may ask for a second one."""
    for _ in range(2):
        done = asyncio.Event()
        app.screen.call_after_refresh(done.set)
        await done.wait()
