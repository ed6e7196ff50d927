"""Which words go together is learnt from what translates each other."""

from app.search.counterparts import Bitext

FILLING = ("jaar", "week", "straat", "groep", "water", "vrouw", "school", "markt")


def _learnt(*beads: tuple[str, str]) -> set[tuple[str, str]]:
    """From Dutch and English words, of Dutch ones. Other beads are about other things."""
    bitext = Bitext()
    for nl, en in beads:
        bitext.add({"nl": _terms("nl", nl), "en": _terms("en", en)})
    for number in range(64):
        word = f"{FILLING[number % 8]}{number // 8}"
        bitext.add({"nl": _terms("nl", f"{word} zo"), "en": _terms("en", f"the {word}x")})
    found = ((each.term, each.counterpart) for each in bitext.counterparts())
    return {(term, other) for term, other in found if term.startswith("nl:")}


def _terms(language: str, words: str) -> frozenset[str]:
    return frozenset(f"{language}:{word}" for word in words.split())


def test_what_is_said_in_the_same_places_goes_together_both_ways() -> None:
    bitext = Bitext()
    for nl, en in (("wederopbouw irak", "reconstruction iraq"), ("wederopbouw stad", "reconstruction city")):
        bitext.add({"nl": _terms("nl", nl), "en": _terms("en", en)})
    for number in range(40):
        bitext.add({"nl": {f"nl:w{number}"}, "en": {f"en:w{number}"}})
    pairs = {(each.term, each.counterpart) for each in bitext.counterparts()}
    assert pairs == {("nl:wederopbouw", "en:reconstruction"), ("en:reconstruction", "nl:wederopbouw")}


def test_what_was_together_once_may_be_so_by_chance() -> None:
    assert _learnt(("wederopbouw", "reconstruction"), ("stad", "city")) == set()


def test_what_is_everywhere_translates_nothing() -> None:
    found = _learnt(("wederopbouw zo", "the reconstruction"), ("wederopbouw nu zo", "the reconstruction now"))
    assert found == {("nl:wederopbouw", "en:reconstruction")}


def test_what_is_written_alike_is_not_taken_for_the_other_words_beside_it() -> None:
    beads = [("irak premier", "irak minister"), ("irak premier dus", "irak minister thus")]
    assert _learnt(*beads) == {("nl:premier", "en:minister")}


def test_where_too_many_words_do_as_well_none_is_known() -> None:
    assert _learnt(("haven", "one two three four"), ("haven ook", "one two three four also")) == set()


def test_what_stands_below_every_text_is_counted_once() -> None:
    assert _learnt(*[("redactie ank", "editors ann")] * 5) == set()


def test_two_languages_without_words_have_no_counterparts() -> None:
    bitext = Bitext()
    bitext.add({"nl": frozenset(), "en": {"en:word"}})
    assert list(bitext.counterparts()) == []
