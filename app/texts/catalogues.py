"""Texts in the languages that there are catalogues of (gettext's format), beside this file."""

from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

from babel import Locale
from babel.messages.pofile import read_po

from app.texts.text import Text

ENGLISH = "en"
"""The language that texts are written in."""

LANGUAGES = (ENGLISH, "ar", "de", "es", "fr", "nl")


def translate(text: Text, language: str) -> str:
    """``language`` is one of LANGUAGES. A text that its catalogue does not have stays English."""
    template = _catalogue(language).get(text.template, text.template)
    parameters = {name: _translated(value, language) for name, value in text.parameters.items()}
    return _formatter(language).vformat(template, (), parameters)


def _translated(value: object, language: str) -> object:
    return translate(value, language) if isinstance(value, Text) else value


@cache
def _catalogue(language: str) -> dict[str, str]:
    """Templates by their English."""
    if language == ENGLISH:
        return {}
    with (files(__package__) / f"{language}.po").open("rb") as file:
        catalogue = read_po(file, locale=language, abort_invalid=True)
    return {str(message.id): str(message.string) for message in catalogue if message.id and message.string}


class _Isolating(Formatter):
    """A parameter from left to right would reorder the sentence around it (UAX #9: FSI and PDI)."""

    def format_field(self, value: Any, format_spec: str) -> str:
        return f"\u2068{super().format_field(value, format_spec)}\u2069"


@cache
def _formatter(language: str) -> Formatter:
    return _Isolating() if Locale.parse(language).text_direction == "rtl" else Formatter()
