"""Where newsreader keeps things on this machine, and where its seed articles lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

from analysis.errors import NewsreaderError


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
        """Return the folders that the platform (on Linux: XDG) gives this user.

        Raises:
            NewsreaderError: The user has no home folder.
        """
        dirs = platformdirs.PlatformDirs("newsreader", appauthor=False)
        try:
            return cls(
                config=dirs.user_config_path,
                cache=dirs.user_cache_path,
                state=dirs.user_state_path,
                data=dirs.user_data_path,
            )
        except RuntimeError as error:
            raise NewsreaderError(
                "this user has no home folder; set HOME to a folder that may be written"
            ) from error


def seed_folder() -> Path:
    """Return the folder of the seed articles: inside the package, or beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "seeds"
    return installed if installed.is_dir() else package.parent / "seeds"
