"""CLDR's data for a language, through Babel."""

from copy import deepcopy
from functools import lru_cache

from babel import Locale, UnknownLocaleError, localedata

_SHARED = ("months", "days")


@lru_cache(maxsize=512)
def find_locale(tag: str) -> Locale | None:
    """For a BCP 47 tag; None where CLDR does not know it.

    Of Babel 2.18 languages share what they inherit, and it writes there what an alias comes to: once Hebrew
    was asked for, Dutch months that stand alone were Hebrew ones (python-babel/babel issue 1234). So each
    gets its own.
    """
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    data = localedata.load(str(locale))
    data.update({key: deepcopy(data[key]) for key in _SHARED})
    return locale
