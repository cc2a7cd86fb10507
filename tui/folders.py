"""Where newsreader keeps things on this machine, and where its seed articles lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True, slots=True)
class Folders:
    """The user's folders for newsreader; none of them need exist."""

    config: Path
    """Settings, written by the reader."""
    cache: Path
    """Analyses; may be deleted at any time."""
    state: Path
    """The analysing process' log, and copies that no clipboard took."""
    data: Path
    """What the reader has made: corrections."""

    @classmethod
    def of_user(cls) -> Folders:
        """Return the folders that the platform (on Linux: XDG) gives this user."""
        dirs = platformdirs.PlatformDirs("newsreader", appauthor=False)
        return cls(
            dirs.user_config_path, dirs.user_cache_path, dirs.user_state_path, dirs.user_data_path
        )


def seed_folder() -> Path:
    """Return the folder of the seed articles: inside the package, or beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "seeds"
    return installed if installed.is_dir() else package.parent / "seeds"
