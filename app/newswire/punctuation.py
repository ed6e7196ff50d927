"""The marks that end sentences and open or close quotations, in all scripts at once."""

import re
from functools import lru_cache

# Latin, Arabic, Urdu, Devanagari, Armenian, Ethiopic, CJK, Khmer, Burmese, Tibetan.
SENTENCE_ENDS = ".!?…؟۔।॥։።。！？．｡‼⁇។៕။།"
OPENING_QUOTES = "“„«»‹›‘‚\"'「『”’〝＂"
CLOSING_QUOTES = "”“»«›‹’‘\"'」』〞〟＂"
CLOSING_BRACKETS = ")]}）］】〕》〉"

# Format characters cover the bidirectional marks that may follow the last stop.
_TAIL = re.escape(CLOSING_QUOTES + CLOSING_BRACKETS) + r"\s\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
_SENTENCE_END = re.compile(f"[{re.escape(SENTENCE_ENDS)}][{_TAIL}]*$")
_LONGEST_TAIL = 12

# Thai and Lao end no sentence with a stop.
LANGUAGES_WITHOUT_STOPS = frozenset({"th", "lo"})


def ends_sentence(text: str) -> bool:
    return _SENTENCE_END.search(text[-_LONGEST_TAIL:]) is not None


CAPITALISING_NOUNS = frozenset({"de", "gsw", "lb", "nds"})
"""The languages, by the first subtag, in which every noun has a capital."""


@lru_cache(maxsize=1024)
def primary(language: str) -> str:
    """The language subtag (BCP 47): ``sr`` of ``sr-Latn``."""
    return language.partition("-")[0].lower()
