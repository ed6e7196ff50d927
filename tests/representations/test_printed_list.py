import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.representations.printed_list import printed_list


@pytest.mark.parametrize(
    ("text", "markers", "items", "first"),
    [
        ("• one\n• two", "dots", ["one", "two"], 1),
        ("- one\n- two", "dots", ["one", "two"], 1),
        ("1. one\n2. two", "numbers", ["one", "two"], 1),
        ("9. nine\n10. ten", "numbers", ["nine", "ten"], 9),
        ("1. one\n3. three", "printed", ["1. one", "3. three"], 1),
        ("1) one\n2) two", "printed", ["1) one", "2) two"], 1),
        ("① one\n② two", "printed", ["① one", "② two"], 1),
        ("١. واحد\n٢. اثنان", "printed", ["١. واحد", "٢. اثنان"], 1),
        ("• one\ntwo", "printed", ["• one", "two"], 1),
        ("one\ntwo", "dots", ["one", "two"], 1),
    ],
)
def test_markers_become_markup_where_markup_has_the_like(
    text: str, markers: str, items: list[str], first: int
) -> None:
    printed = printed_list(text)
    assert (printed.markers, [item.text for item in printed.items], printed.first) == (markers, items, first)


@given(st.lists(st.one_of(st.sampled_from(["• one", "2. two", "3. three", "③ c", "four"]), st.text())))
def test_an_items_text_is_where_its_offset_says(lines: list[str]) -> None:
    text = "\n".join(lines)
    for item in printed_list(text).items:
        assert text[item.offset : item.offset + len(item.text)] == item.text
