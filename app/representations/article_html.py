from markupsafe import Markup

from app.language.direction import direction
from app.representations.addresses import article_address
from app.representations.article import ArticleDocument
from app.representations.article_json_ld import article_json_ld
from app.representations.interface_words import interface_words
from app.representations.linked_text import Piece, linked_pieces, links_by_block
from app.representations.media_types import ARTICLE_FORMATS, MEDIA_TYPES
from app.representations.notices import notices
from app.representations.page import render_page
from app.representations.picture import picture_of, pictures_above
from app.representations.printed_list import printed_list


def article_html(document: ArticleDocument) -> str:
    """A reader's page; serve it with ``page.CONTENT_SECURITY_POLICY``."""
    links = links_by_block(document)

    def linked(text: str, block: str, offset: int = 0) -> list[Piece]:
        return linked_pieces(text, links.get(block, ()), offset)

    return render_page(
        "article.html",
        language=document.language,
        direction=document.direction,
        article=document,
        linked=linked,
        address=article_address(document.id),
        media_types={name: MEDIA_TYPES[name] for name in ARTICLE_FORMATS if name != "html"},
        json_ld=Markup(article_json_ld(document)),  # noqa: S704  # it is written to be safe in HTML
        notices=notices(document, interface_words(document.language)),
        pictures_above=pictures_above(document),
        picture_of=picture_of,
        printed_list=printed_list,
        original_direction=direction(document.source_language),
    )
