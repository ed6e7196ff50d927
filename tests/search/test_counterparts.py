"""Which words go together is learnt from what translates each other."""

from app.search.counterparts import Bitext

FILLING = ("jaar", "week", "straat", "groep", "water", "vrouw", "school", "markt")


def _learnt(*beads: tuple[str, str], article: str = "") -> set[tuple[str, str]]:
    """From Dutch and English words, of Dutch ones. Other beads are about other things.

    Each bead is of another article, or all are of one.
    """
    bitext = Bitext()
    for number, (nl, en) in enumerate(beads):
        bitext.add({"nl": _terms("nl", nl), "en": _terms("en", en)}, article or f"article-{number}")
    for number in range(64):
        word = f"{FILLING[number % 8]}{number // 8}"
        bitext.add({"nl": _terms("nl", f"{word} zo"), "en": _terms("en", f"the {word}x")}, f"other-{number}")
    found = ((each.term, each.counterpart) for each in bitext.counterparts())
    return {(term, other) for term, other in found if term.startswith("nl:")}


def _terms(language: str, words: str) -> frozenset[str]:
    return frozenset(f"{language}:{word}" for word in words.split())


def test_what_is_said_in_the_same_places_goes_together_both_ways() -> None:
    bitext = Bitext()
    for nl, en in (("wederopbouw irak", "reconstruction iraq"), ("wederopbouw stad", "reconstruction city")):
        bitext.add({"nl": _terms("nl", nl), "en": _terms("en", en)}, nl)
    for number in range(40):
        bitext.add({"nl": {f"nl:w{number}"}, "en": {f"en:w{number}"}}, f"{number}")
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


def test_where_two_words_do_as_well_none_is_known() -> None:
    assert (
        _learnt(("haven", "port one"), ("haven ook", "port one also"), ("haven nu", "port one now")) == set()
    )


def test_what_another_word_explains_better_is_not_taken_for_what_stands_beside_it() -> None:
    beads = [
        *(("rechter zaak", "judge case"), ("rechter", "judge"), ("rechter zaak wet", "judge case law")),
        *(("zaak geld", "case money"), ("rechter wet stad", "judge law town")),
    ]
    assert _learnt(*beads) == {("nl:rechter", "en:judge"), ("nl:zaak", "en:case"), ("nl:wet", "en:law")}


def test_what_is_in_one_article_alone_takes_more_than_two_places() -> None:
    beads = [("storm kust", "storms coast"), ("storm huis", "storms house"), ("storm boot", "storms boat")]
    assert _learnt(*beads[:2], article="storm") == set()
    assert _learnt(*beads, article="storm") == {("nl:storm", "en:storms")}


def test_what_is_mostly_without_the_other_takes_three_articles() -> None:
    beads = [("groot huis", "big house"), ("groot boot", "big boat")]
    alone = [("groot jaar", "great"), ("groot eens", "large"), ("een twee", "big size")]
    assert ("nl:groot", "en:big") not in _learnt(*beads, *alone)
    assert ("nl:groot", "en:big") in _learnt(*beads, *alone, ("groot dorp", "big village"))


def test_what_stands_below_every_text_is_counted_once() -> None:
    assert _learnt(*[("redactie ank", "editors ann")] * 5) == set()


def test_two_languages_without_words_have_no_counterparts() -> None:
    bitext = Bitext()
    bitext.add({"nl": frozenset(), "en": {"en:word"}}, "article")
    assert list(bitext.counterparts()) == []
