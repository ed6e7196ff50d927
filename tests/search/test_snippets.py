from hypothesis import given
from hypothesis import strategies as st

from app.search.snippets import LONGEST, Mark, make_snippet

WORDS = [f"word{number}" for number in range(200)]
LONG = " ".join(WORDS)


def _mark(word: str, what: int = 0) -> Mark:
    start = LONG.index(f"{word} ")
    return Mark(start, start + len(word), what)


@st.composite
def _marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text("ab 漢\n", max_size=600))
    marks = []
    for _ in range(draw(st.integers(0, 8)) if text else 0):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, min(len(text), start + 60)))
        marks.append(Mark(start, end, draw(st.integers(0, 3))))
    return text, marks


@given(_marked())
def test_a_snippet_is_a_piece_of_the_text_with_what_was_found_marked(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    snippet = make_snippet(text, marks)
    assert snippet.text.strip("…") in text
    assert len(snippet.text) <= LONGEST + 2
    assert bool(snippet.marks) == bool(marks)
    ends = [0, *(place for mark in snippet.marks for place in mark), len(snippet.text)]
    assert ends == sorted(ends)
    found = {text[start:end] for start, end, _ in marks}
    if len(marks) == 1:
        assert {snippet.text[start:end] for start, end in snippet.marks} == found


def test_a_short_text_is_shown_whole() -> None:
    assert make_snippet("Peace in our time", [Mark(0, 5, 0)]).text == "Peace in our time"


def test_a_long_one_is_cut_at_spaces_around_what_was_found() -> None:
    snippet = make_snippet(LONG, [_mark("word100")])
    [(start, end)] = snippet.marks
    assert snippet.text[start:end] == "word100"
    assert set(snippet.text.strip("…").split()) <= set(WORDS)
    assert snippet.text.startswith("…")
    assert snippet.text.endswith("…")


def test_where_more_different_things_are_found_is_better_than_where_one_is_often() -> None:
    often = [_mark(f"word{number}", 0) for number in range(10, 20)]
    snippet = make_snippet(LONG, [*often, _mark("word100", 0), _mark("word105", 1)])
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["word100", "word105"]


def test_marks_that_overlap_are_one() -> None:
    assert make_snippet("abcdef", [Mark(0, 3, 0), Mark(2, 5, 1)]).marks == [(0, 5)]
