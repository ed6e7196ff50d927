"""Under which language a text is analysed."""

from functools import lru_cache

_SAME = {"no": "nb"}


@lru_cache(maxsize=4096)
def analysis_language(tag: str) -> str:
    """The primary language of a BCP 47 tag: ``nl-BE`` is searched as ``nl`` is."""
    primary = tag.partition("-")[0].lower()
    return _SAME.get(primary, primary)


def primary_languages(language: str) -> list[str]:
    """Those of the tags that are analysed under it."""
    return [language, *(primary for primary, same in _SAME.items() if same == language)]
