"""Wordings that an editor has called the same, however the calls follow each other."""

from hypothesis import given
from hypothesis import strategies as st

from app.parallel.equivalents import Edit, Equivalents

TEXTS = [f"Er zijn {number} gewonden naar het ziekenhuis gebracht." for number in range(12, 18)]
WITH_SLIP = {text: text.replace("gewonden", "gewnoden") for text in TEXTS}

texts = st.sampled_from(TEXTS)
edits = st.tuples(texts, st.none()) | st.tuples(st.none(), texts) | st.tuples(texts, texts)


def _reached(start: str, said: list[Edit]) -> set[str]:
    found = {start}
    for _ in TEXTS:
        found |= {text for edit in said if None not in edit and found & set(edit) for text in edit if text}
    return found


@given(st.lists(edits, max_size=6))
def test_those_are_equal_that_a_chain_of_such_edits_joins(said: list[Edit]) -> None:
    equivalents = Equivalents(said)
    spare = {text for edit in said if None in edit for text in edit if text}
    for text in TEXTS:
        equal = _reached(text, said)
        assert {each for each in TEXTS if equivalents.of(each) == equivalents.of(text)} == equal
        assert equivalents.is_spare(text) == bool(spare & equal)
        if any(text in edit for edit in said):
            assert equivalents.of(WITH_SLIP[text]) == equivalents.of(text)
