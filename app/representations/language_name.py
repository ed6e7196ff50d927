from app.language.locale import find_locale


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
