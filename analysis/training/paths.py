"""Say where the training data and the shipped pipeline are. Opens nothing."""

import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PIPELINE = REPOSITORY / "analysis" / "models" / "en_news"
BUILD = REPOSITORY / "build" / "training"


def shared_folder() -> Path:
    """Find the folder with corpora and benches: NEWSREADER_SHARED, else beside the repository."""
    named = os.environ.get("NEWSREADER_SHARED")
    return Path(named) if named else REPOSITORY.parent / "shared"
