"""About how many documents have a word."""

import pytest

from app.database.counting import weight


@pytest.mark.parametrize("languages", [1, 2, 3, 7, 16, 24, 32])
def test_each_language_is_counted_alike_where_every_article_has_all(languages: int) -> None:
    articles = 2_000
    for number in range(1, languages + 1):
        counted = sum(weight(number + languages * article) for article in range(articles))
        assert counted == pytest.approx(articles, rel=0.1)
