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

LANGUAGES = frozenset(_STEMMERS)


_PLURALS = {
    "nl": (("ies", "ie"),),  # coalities
    "pt": (("ões", "ão"), ("ães", "ão"), ("oes", "ao")),  # nações, alemães
}
"""Endings that the stemmer leaves alone."""
_MORE_THAN_ONCE = frozenset({"fr", "sv", "tr"})
"""Where it takes an ending off a plural, and from the singular one more: ``soldaterna``, ``soldat``."""
_MOST_TIMES = 4


def stem(word: str, language: str) -> str:
    """Of a word in small letters; itself where nobody wrote a stemmer."""
    stemmer = _stemmer(language)
    if stemmer is None:
        return word
    for ending, singular in _PLURALS.get(language, ()):
        if word.endswith(ending):
            word = word.removesuffix(ending) + singular
    for _ in range(_MOST_TIMES if language in _MORE_THAN_ONCE else 1):
        word = stemmer(word) or word
    return word


@cache
def _stemmer(language: str) -> Callable[[str], str] | None:
    name = _STEMMERS.get(language)
    return Stemmer(name, maxCacheSize=0).stemWord if name else None
