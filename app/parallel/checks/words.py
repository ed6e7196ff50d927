"""The words of a text, as they stand between spaces and punctuation."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’.\-·&](?=[^\W_])|[\u0300-\u036f\u0900-\u0dff\u0e31-\u0e4e])*")


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    start: int
    end: int

    @property
    def has_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_lower(self) -> bool:
        return self.text.islower()


def find_words(text: str) -> tuple[Word, ...]:
    return tuple(Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text))
