"""Of the forms that a stem has, those that go with a word of another language are told from others."""

from app.search.forms import ALL, Forms, tell_apart


def test_forms_that_stand_where_the_word_is_not_are_another_words() -> None:
    beads = {"başkan": {1, 2, 3}, "başkanı": {4}, "başka": {5, 6, 7, 8}}
    assert tell_apart(beads, {1, 2, 4}) == Forms(frozenset({"başkan", "başkanı"}), frozenset({"başka"}))


def test_a_form_met_once_elsewhere_is_the_words_if_it_is_like_its_others() -> None:
    beads = {"الشرطة": {1, 2}, "للشرطة": {3}, "بشرط": {4}, "والشرطة": {5}}
    forms = tell_apart(beads, {1, 2, 3})
    assert forms.others == {"بشرط"}
    assert forms.has("والشرطة")


def test_where_all_forms_go_with_the_word_there_are_no_others() -> None:
    assert tell_apart({"polizei": {1, 2}, "polizisten": {3}}, {1, 3}) == ALL
    assert ALL.has("anything")
    assert tell_apart({}, {1}) == ALL


def test_a_form_that_was_not_there_is_that_of_the_word_that_it_is_like() -> None:
    forms = Forms(frozenset({"başkan", "başkanı"}), frozenset({"başka"}))
    assert forms.has("başkanlar")
    assert not forms.has("başkaları")
    assert not forms.has("başak")
