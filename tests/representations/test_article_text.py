from datetime import UTC, datetime

import pytest
from hypothesis import given

from app.database.engine import Database
from app.representations.article import ArticleDocument, Correction
from app.representations.article_text import article_text
from tests.conftest import OTTAWA
from tests.representations.documents import article, articles, block, picture, stored_article


@given(articles())
def test_every_text_is_there_as_it_is_in_reading_order(document: ArticleDocument) -> None:
    text = article_text(document)
    end = 0
    for piece in (document.headline, document.lead or "", *(each.text for each in document.body)):
        assert piece in text[end:]
        end = text.index(piece, end) + len(piece)


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_the_real_article_reads_as_it_was_printed(database: Database) -> None:
    document = stored_article(database, OTTAWA, "nl")
    (shown,) = document.media
    pieces = article_text(document).split("\n\n")
    assert pieces == [
        document.headline,
        "6 december 2018",
        document.lead,
        *(each.text for each in document.body if each.type != "figure"),
        f"{shown.caption} (Defensie)",
        "Bron: Netherlands Ministry of Defence\nUitgever: Ministerie van Defensie\nLicentie: CC0-1.0\n",
    ]


def test_list_markers_and_speakers_stay() -> None:
    body = [block("list", "• one\n• two"), block("quote", "“Come!”", id_="b2", speaker="Ilse")]
    assert "• one\n• two\n\n“Come!”\n— Ilse\n" in article_text(article(body=body))


def test_a_picture_without_a_place_in_the_body_stands_above_it() -> None:
    text = article_text(article(media=[picture("The quay.")], body=[block("paragraph", "It is.")]))
    assert text.endswith("Ships may come.\n\nThe quay.\n\nIt is.\n")


def test_notices_and_corrections_are_told() -> None:
    noted = Correction(noted_at=datetime(2018, 12, 8, 9, tzinfo=UTC), text="It is the east quay.")
    text = article_text(article(versions={"en": {"status": "outdated"}}, corrections=[noted]))
    assert "\n\nThe original has changed since this translation was made.\n\n" in text
    assert text.endswith(": It is the east quay.\n")
