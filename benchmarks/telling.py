"""What a benchmark says of its progress, beside the report that it prints."""

import sys
from collections.abc import Callable

Tell = Callable[[str], None]


def say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)
