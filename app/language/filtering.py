"""Extended filtering (RFC 4647 section 3.3.2): all the tags that a range like ``de-*-DE`` or ``*-CH`` covers.

For the filter of a list. Whoever negotiates a language wants one, see ``choosing``.
"""

from collections.abc import Iterable, Sequence

from app.language.tag import canonical_subtags, parse_language_tag

_ANY_LANGUAGE = "en"
"""Stands for the language that ``*-CH`` leaves open: some tag has to say that CH is a region."""


def parse_filter(written: str) -> str:
    """A range to filter by, as it is but for its case. Raises Refusal for one that no known tag can have."""
    subtags = written.split("-")
    named = [subtag for subtag in subtags if subtag != "*"]
    if "*" not in subtags:
        return parse_language_tag(written)
    if subtags[0] == "*":
        named.insert(0, _ANY_LANGUAGE)
    parse_language_tag("-".join(named))
    return written.lower()


def filter_tags(ranges: Iterable[str], tags: Sequence[str]) -> tuple[str, ...]:
    """Each tag once, in the order of the ranges and then their own."""
    return tuple(dict.fromkeys(tag for one in ranges for tag in tags if covers(one, tag)))


def covers(language_range: str, tag: str) -> bool:
    """As they are written or in canonical form: ``iw`` covers ``he-IL``."""
    written, canonical = _subtags(language_range), _subtags(_canonical_range(language_range))
    return _covers(written, _subtags(tag)) or _covers(canonical, _subtags(_canonical(tag)))


def _canonical_range(language_range: str) -> str:
    """A wildcard that is not the first subtag changes nothing, and without it a range may be a tag."""
    first, *others = language_range.split("-")
    return _canonical("-".join([first, *(subtag for subtag in others if subtag != "*")]))


def _canonical(tag: str) -> str:
    subtags = canonical_subtags(tag)
    return str(subtags) if subtags else tag


def _subtags(tag: str) -> list[str]:
    return tag.lower().split("-")


def _covers(language_range: Sequence[str], subtags: Sequence[str]) -> bool:
    """What a range leaves out may stand between its subtags, but nothing is looked for behind a singleton."""
    if language_range[0] not in ("*", subtags[0]):
        return False
    remaining = iter(subtags[1:])
    return all(wanted == "*" or _is_found(wanted, remaining) for wanted in language_range[1:])


def _is_found(wanted: str, remaining: Iterable[str]) -> bool:
    for subtag in remaining:
        if subtag == wanted:
            return True
        if len(subtag) == 1:
            return False
    return False
