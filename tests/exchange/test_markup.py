"""What is written as XML is read again as it was, whatever the text."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Refusal
from app.exchange.article_name import article_id_of, name_of
from app.exchange.markup import MarkupWriter
from app.exchange.xml_reading import MOST_DEEP, read_xml

WRITABLE = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
TEXTS = st.text(st.one_of(WRITABLE, st.sampled_from("\t\n\r<>&\"']]>\u200f\u2028𝔘")))


@given(text=TEXTS, attribute=TEXTS)
def test_texts_and_attributes_come_back(text: str, attribute: str) -> None:
    stream = io.BytesIO()
    markup = MarkupWriter(stream)
    markup.start("root")
    markup.leaf("leaf", text, {"name": attribute})
    markup.end()
    _, leaf = read_xml(io.BytesIO(stream.getvalue()))
    assert (leaf.all_text(), leaf.attributes) == (text, {"name": attribute})


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x1b", "\ud800", "\ufffe"])
def test_what_xml_cannot_hold_is_replaced(character: str) -> None:
    stream = io.BytesIO()
    MarkupWriter(stream).leaf("leaf", f"a{character}b")
    assert "<leaf>a\ufffdb</leaf>" in stream.getvalue().decode()


@given(st.text(st.characters(categories=["L", "M", "N"]) | st.sampled_from("-._")))
def test_an_article_s_id_comes_back_out_of_its_name(article_id: str) -> None:
    assert article_id_of(name_of(article_id)) == article_id


@pytest.mark.parametrize(
    "document",
    [
        "<a>" * (MOST_DEEP + 1),
        '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
        "<a>&undefined;</a>",
        "<a><b></a></b>",
        "<a>\x00</a>",
        "",
    ],
)
def test_hostile_documents_are_refused(document: str) -> None:
    with pytest.raises(Refusal):
        list(read_xml(io.BytesIO(document.encode())))
