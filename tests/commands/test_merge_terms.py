from app.commands.merge_terms import Claim, merge_terms
from app.queries.terms import TermName


def claim(source: str, kind: str, language: str, text: str) -> Claim:
    return Claim(source, TermName(kind, language, text))


def merged(*claims: Claim, suppressed: tuple[tuple[str, str], ...] = ()) -> set[tuple[str, ...]]:
    kept = merge_terms(claims, suppressed)
    assert kept == merge_terms(reversed(claims), suppressed), "the order of the claims must not matter"
    return {(source, *name) for name, source in kept.items()}


def test_the_label_of_who_counts_first_stays_and_the_other_becomes_an_alias() -> None:
    assert merged(claim("cldr", "label", "nl", "Bagdad"), claim("editor", "label", "nl", "Baghdad")) == {
        ("editor", "label", "nl", "Baghdad"),
        ("cldr", "alias", "nl", "Bagdad"),
    }


def test_each_language_has_the_label_of_whoever_knows_one() -> None:
    assert merged(claim("cldr", "label", "nl", "Bagdad"), claim("geonames", "label", "und", "Baghdad")) == {
        ("cldr", "label", "nl", "Bagdad"),
        ("geonames", "label", "und", "Baghdad"),
    }


def test_a_name_that_two_sources_give_is_kept_once() -> None:
    assert merged(claim("wikidata", "label", "en", "Erbil"), claim("editor", "label", "en", "Erbil")) == {
        ("editor", "label", "en", "Erbil")
    }
    assert merged(
        claim("wikidata", "alias", "en", "Arbil"),
        claim("editor", "alias", "en", "Arbil"),
        claim("editor", "label", "en", "Erbil"),
    ) == {("editor", "label", "en", "Erbil"), ("editor", "alias", "en", "Arbil")}


def test_a_gazetteers_label_stands_though_an_editor_has_it_as_an_alias() -> None:
    assert merged(claim("editor", "alias", "en", "Arbil"), claim("cldr", "label", "en", "Arbil")) == {
        ("cldr", "label", "en", "Arbil")
    }


def test_only_one_description_a_language_is_kept() -> None:
    assert merged(
        claim("wikidata", "description", "en", "capital city"),
        claim("editor", "description", "en", "capital"),
    ) == {("editor", "description", "en", "capital")}


def test_what_an_editor_calls_a_misspelling_is_no_gazetteers_name() -> None:
    assert merged(
        claim("editor", "label", "mul", "Harjit Sajjan"),
        claim("editor", "misspelling", "en", "Saijan"),
        claim("wikidata", "label", "en", "Saijan"),
    ) == {("editor", "label", "mul", "Harjit Sajjan"), ("editor", "misspelling", "en", "Saijan")}


def test_a_suppressed_name_is_dropped_in_its_language_or_in_all() -> None:
    claims = (
        claim("editor", "label", "en", "Of District"),
        claim("geonames", "label", "und", "Of"),
        claim("geonames", "alias", "tr", "Of"),
    )
    assert merged(*claims, suppressed=(("mul", "Of"),)) == {("editor", "label", "en", "Of District")}
    assert merged(*claims, suppressed=(("und", "Of"),)) == {
        ("editor", "label", "en", "Of District"),
        ("geonames", "alias", "tr", "Of"),
    }


def test_a_demonym_may_be_written_as_the_name_is() -> None:
    assert merged(claim("cldr", "label", "fr", "suisse"), claim("dragoman", "demonym", "fr", "suisse")) == {
        ("cldr", "label", "fr", "suisse"),
        ("dragoman", "demonym", "fr", "suisse"),
    }


def test_where_nobody_gives_a_label_an_alias_becomes_one() -> None:
    assert merged(
        claim("geonames", "alias", "und", "Hewlêr"), claim("geonames", "alias", "und", "Arbil")
    ) == {
        ("geonames", "label", "und", "Arbil"),
        ("geonames", "alias", "und", "Hewlêr"),
    }
