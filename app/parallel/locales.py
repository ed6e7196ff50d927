"""CLDR's data for a language or, where it has none for its region or script, for the language alone."""

from babel import Locale

from app.language import locale


def find_locale(language: str) -> Locale | None:
    return locale.find_locale(language) or locale.find_locale(language.partition("-")[0])
