from datetime import date, datetime

from babel.dates import format_date, format_datetime

from app.language.locale import find_locale

_LENGTH_OF_A_DAY = len("2018-12-06")


def written_date(published_at: str, language: str) -> str:
    """As CLDR writes it in the language; a day stays a day. Unchanged where CLDR lacks the language."""
    locale = find_locale(language) or find_locale(language.partition("-")[0])
    if locale is None:
        return published_at
    if len(published_at) == _LENGTH_OF_A_DAY:
        return format_date(date.fromisoformat(published_at), "long", locale)
    instant = datetime.fromisoformat(published_at)
    return format_datetime(instant, "long", instant.tzinfo, locale)
