from fastapi import Request

from app.queries.articles import Page
from app.representations.article import ArticleList, article_item
from app.routes.cursors import write_position
from app.routes.negotiation import Reader


def article_list(request: Request, reader: Reader, page: Page, **address: str) -> ArticleList:
    """The next page is at the request's own address, with these parameters added to it."""
    following = None
    if page.next:
        following = reader.address_of(request, cursor=write_position(page.next), **address)
    return ArticleList(items=[article_item(listed) for listed in page.articles], next=following)
