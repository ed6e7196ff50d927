"""Where an article's pictures stand."""

from app.representations.article import ArticleDocument, BlockDocument, MediaDocument


def pictures_above(document: ArticleDocument) -> list[MediaDocument]:
    """Those that no block of the body has a place for."""
    placed = {block.media for block in document.body}
    return [picture for picture in document.media if picture.id not in placed]


def picture_of(block: BlockDocument, document: ArticleDocument) -> MediaDocument:
    """The figure's picture."""
    return next(picture for picture in document.media if picture.id == block.media)


def caption_with_credit(picture: MediaDocument) -> str:
    return f"{picture.caption} ({picture.credit})" if picture.credit else picture.caption
