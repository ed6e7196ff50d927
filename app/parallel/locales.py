"""CLDR's data for a language, through Babel."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError


@lru_cache(maxsize=512)
def find_locale(language: str) -> Locale | None:
    """For a BCP 47 tag, its language alone where CLDR does not know the rest; None without that."""
    for tag in (language, language.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None
