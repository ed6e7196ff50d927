from collections.abc import Sequence

from app.language.direction import direction
from app.representations.addresses import with_query
from app.representations.article import ArticleList
from app.representations.page import render_page


def front_page_html(articles: ArticleList, *, language: str, languages: Sequence[str]) -> str:
    """The reader's way in. ``articles.next`` is the next front page; ``languages`` are the site's."""
    return render_page(
        "front_page.html",
        language=language,
        direction=direction(language),
        articles=articles,
        languages=[
            {"language": tag, "direction": direction(tag), "href": with_query("/", lang=tag)}
            for tag in languages
        ],
    )
