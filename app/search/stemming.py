"""Words to stems, with the Snowball stemmer of their language if there is one."""

from collections.abc import Callable
from functools import cache

from Stemmer import Stemmer

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque",
    "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian",
    "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian",
    "ne": "nepali", "nl": "dutch_porter", "nn": "norwegian", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sr": "serbian", "st": "sesotho", "sv": "swedish", "ta": "tamil",
    "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""Not ``dutch``: since Snowball 3 it takes ``minister`` for ``mini`` and ``veiligheid`` for ``veil``."""


def stem(word: str, language: str) -> str:
    """Of a word in small letters; itself where nobody wrote a stemmer."""
    stemmer = _stemmer(language)
    return (stemmer(word) or word) if stemmer else word


@cache
def _stemmer(language: str) -> Callable[[str], str] | None:
    name = _STEMMERS.get(language)
    return Stemmer(name, maxCacheSize=0).stemWord if name else None
