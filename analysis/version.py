"""Which version this is. A file of its own, so that it can be told without importing anything."""

VERSION = "0.1.0"
