from dataclasses import dataclass
from typing import Literal

from app.texts.text import Text


@dataclass(frozen=True, slots=True)
class Code:
    """Of a finding. ``severity`` is the one that it has as a rule."""

    severity: Literal["info", "warning", "error"]
    meaning: Text
