"""Where the plain files of `resources/` are: beside the package in a checkout, inside it when installed."""

from functools import cache
from pathlib import Path

import newsdesk


@cache
def folder() -> Path:
    package = Path(newsdesk.__file__).parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
