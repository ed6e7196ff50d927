"""What CLDR says of a locale itself, without what it inherits."""

import pickle
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from babel import localedata

from app.errors import Refusal
from app.language.tag import parse_language_tag


def read_locales(wanted: Collection[str]) -> Iterator[tuple[str, str]]:
    """Babel's name of each locale, and the language tag that is stored for it. ``wanted``: none means all."""
    for locale in sorted(localedata.locale_identifiers()):
        try:
            language = parse_language_tag(locale.replace("_", "-"))
        except Refusal:
            continue
        if is_wanted(language, wanted):
            yield locale, language


def is_wanted(language: str, wanted: Collection[str]) -> bool:
    """Whether it is one of those, or a variety of one."""
    return not wanted or any(language == each or language.startswith(f"{each}-") for each in wanted)


def read_own_data(locale: str) -> Mapping[str, Any]:
    """As Babel's files have it. Babel's own loader would remember it as all there is of the locale."""
    path = Path(localedata.resolve_locale_filename(locale))
    data: Mapping[str, Any] = pickle.loads(path.read_bytes())  # noqa: S301  # a file of the package itself
    return data
