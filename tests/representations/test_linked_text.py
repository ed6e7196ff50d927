from hypothesis import given
from hypothesis import strategies as st

from app.representations.linked_text import Link, Piece, linked_pieces

TEXT = "Ilse Vandoren of Stonequay"
WHOLE, FIRST, PLACE = (
    Link(0, 13, "/people/ilse"),
    Link(0, 4, "/people/other"),
    Link(17, 26, "/places/stonequay"),
)


def test_a_text_is_cut_at_its_names() -> None:
    assert linked_pieces(TEXT, [PLACE, WHOLE]) == [
        Piece("Ilse Vandoren", "/people/ilse"),
        Piece(" of "),
        Piece("Stonequay", "/places/stonequay"),
    ]


def test_of_names_that_begin_together_the_longest_links() -> None:
    assert linked_pieces(TEXT, [FIRST, WHOLE])[0] == Piece("Ilse Vandoren", "/people/ilse")


def test_of_names_that_overlap_the_first_links() -> None:
    assert linked_pieces(TEXT, [Link(5, 16, "/people/other"), WHOLE]) == [
        Piece("Ilse Vandoren", "/people/ilse"),
        Piece(" of Stonequay"),
    ]


def test_a_part_of_the_text_has_the_links_that_are_in_it() -> None:
    assert linked_pieces(TEXT[14:], [WHOLE, PLACE], 14) == [
        Piece("of "),
        Piece("Stonequay", "/places/stonequay"),
    ]


@given(st.text(), st.lists(st.builds(Link, st.integers(-3, 9), st.integers(-3, 9), st.just("/x"))))
def test_the_pieces_make_up_the_text_again_wherever_the_links_are(text: str, links: list[Link]) -> None:
    assert "".join(piece.text for piece in linked_pieces(text, links)) == text
