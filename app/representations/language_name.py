from babel import Locale, UnknownLocaleError


def language_name(language: str, reader: str) -> str:
    """As CLDR has it; where it has none, the English name, else the tag."""
    for tag in (reader, reader.partition("-")[0], "en"):
        locale = find_locale(tag)
        named = find_locale(language)
        if locale is not None and named is not None:
            name = named.get_display_name(locale)
            if name:
                return name
    return language


def find_locale(tag: str) -> Locale | None:
    """CLDR's data for a language."""
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
