import ast
from string import Formatter

import pytest

from app.representations.problem import problem_types
from app.texts.catalogues import ENGLISH, LANGUAGES, translate
from app.texts.text import Text
from scripts.update_catalogues import made_texts, read_catalogue, template_of, templates

TRANSLATED = [language for language in LANGUAGES if language != ENGLISH]
every_language = pytest.mark.parametrize("language", TRANSLATED)


def fields(template: str) -> set[tuple[str, str | None]]:
    """The parameters' names, each with its conversion: ``!r`` quotes it."""
    return {(name, conversion) for _, name, _, conversion in Formatter().parse(template) if name is not None}


def test_every_text_is_written_where_it_is_made() -> None:
    assert len([template_of(call) for _, call in made_texts()]) > 50


def test_every_text_made_with_its_parameters_has_those_of_its_template() -> None:
    given = [(place, call) for place, call in made_texts() if len(call.args) > 1]
    assert given
    for place, call in given:
        parameters = call.args[1]
        assert isinstance(parameters, ast.Dict), place
        names = {ast.literal_eval(key) for key in parameters.keys if key}
        assert names == {name for name, _ in fields(template_of(call))}, place


@every_language
def test_every_text_is_translated_with_the_same_parameters(language: str) -> None:
    translations = {message.id: message.string for message in read_catalogue(language) if message.id}
    assert set(translations) == templates(), "python -m scripts.update_catalogues"
    for template, translation in translations.items():
        assert isinstance(template, str)
        assert isinstance(translation, str)
        assert translation.strip(), template
        assert fields(translation) == fields(template), template


@every_language
def test_every_kind_of_problem_has_a_title_in_every_language(language: str) -> None:
    english, translated = problem_types(), problem_types(language)
    for code, kind in english.items():
        assert kind.title != translated[code].title
        assert translated[code] == kind.model_copy(update={"title": translated[code].title})


def test_what_a_client_sent_stays_quoted_and_is_no_template() -> None:
    text = Text("There is no article {id!r}.", {"id": "{0.__class__} it's\n"})
    assert str(text) == translate(text, "en") == 'There is no article "{0.__class__} it\'s\\n".'
    assert translate(text, "nl") == 'Er is geen artikel "{0.__class__} it\'s\\n".'


def test_a_text_within_a_text_is_translated_too() -> None:
    fault = Text("{tag!r} is not a language tag (BCP 47)", {"tag": "n_l"})
    text = Text("{fault}; did you mean {suggestion}?", {"fault": fault, "suggestion": "nl"})
    assert translate(text, "de") == "'n_l' ist kein Sprach-Tag (BCP 47); meinen Sie nl?"


def test_a_parameter_does_not_turn_a_sentence_from_right_to_left_around() -> None:
    text = Text("There is no place {id!r}.", {"id": "ottawa"})
    assert "\u2068'ottawa'\u2069" in translate(text, "ar")
    assert "\u2068" not in translate(text, "en") + translate(text, "nl")
