"""Where a language version stands in the index: its number grows with the moment that articles sort by.

63 bits: the second since the year 1, the article within that second, the version within the article.
"""

from datetime import UTC, datetime

_VERSION_BITS = 12
_ARTICLE_BITS = 15
_LAST_SECOND = (1 << 63 - _ARTICLE_BITS - _VERSION_BITS) - 1024
"""In the year 2178; what is later counts as that, and overflows into the seconds that are left behind it."""
_BEGINNING = datetime(1, 1, 1, tzinfo=UTC)


def second_of(moment: datetime) -> int:
    return min(int((moment - _BEGINNING).total_seconds()), _LAST_SECOND)


def first_number(second: int) -> int:
    return second << _ARTICLE_BITS + _VERSION_BITS


def second_of_number(number: int) -> int:
    return number >> _ARTICLE_BITS + _VERSION_BITS


def first_number_of_article(number: int) -> int:
    """All language versions of an article have it."""
    return number >> _VERSION_BITS << _VERSION_BITS


def next_article(number: int) -> int:
    """The first number behind those of an article."""
    return first_number_of_article(number) + (1 << _VERSION_BITS)
