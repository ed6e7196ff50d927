from collections.abc import Iterator

from app.representations.article import ArticleDocument, BlockDocument
from app.representations.interface_words import interface_words
from app.representations.notices import notices
from app.representations.picture import caption_with_credit, picture_of, pictures_above
from app.representations.written_date import written_date


def article_text(document: ArticleDocument) -> str:
    """Plain text: every piece as it was printed, with a blank line between."""
    return "\n\n".join([*_top(document), *_body(document), *_end(document)]) + "\n"


def _top(document: ArticleDocument) -> Iterator[str]:
    yield document.headline
    lines = [
        document.byline,
        document.dateline,
        written_date(document.published_at, document.language) if document.published_at else None,
    ]
    if any(lines):
        yield "\n".join(filter(None, lines))
    yield from notices(document, interface_words(document.language))
    if document.lead:
        yield document.lead


def _body(document: ArticleDocument) -> Iterator[str]:
    for picture in pictures_above(document):
        yield caption_with_credit(picture)
    for block in document.body:
        yield _block(block, document)


def _block(block: BlockDocument, document: ArticleDocument) -> str:
    if block.type == "figure":
        return caption_with_credit(picture_of(block, document))
    if block.speaker and block.speaker not in block.text:
        return f"{block.text}\n— {block.speaker}"
    return block.text


def _end(document: ArticleDocument) -> Iterator[str]:
    words = interface_words(document.language)
    if document.corrections:
        noted = (
            f"{written_date(each.noted_at.isoformat(), document.language)}: {each.text}"
            for each in document.corrections
        )
        yield "\n".join([f"{words.corrections}:", *noted])
    source = document.source
    if source is not None:
        facts = {words.source: source.name, words.publisher: source.publisher, words.license: source.license}
        yield "\n".join(f"{word}: {fact}" for word, fact in facts.items() if fact)
