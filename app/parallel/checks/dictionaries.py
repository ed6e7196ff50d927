"""Words that only one of two languages has, as simplemma's dictionaries know, where that is installed."""

from collections.abc import Collection, Container
from functools import lru_cache
from itertools import islice

from app.newswire.punctuation import CAPITALISING_NOUNS, primary
from app.parallel.checks.everyday_words import everyday_words
from app.parallel.checks.function_words import own_words
from app.parallel.checks.ordinary_words import SHORTEST

_MOST_WITH_WORD = 1
# Languages of news. What more of them have than so many is international: team, chaos, referendum.
_LANGUAGES = ("en", "nl", "fr", "it", "sv", "es", "da", "de")
# So near to each other that compounds and genitives which one dictionary lacks are the other's words.
_ALIKE = frozenset({"da", "nb", "nn"})
# Adverbs that dictionaries do not list of each adjective: gravemente.
_ADVERB = "mente"
_WITH_ADVERB = frozenset({"es", "gl", "it", "pt"})
_OTHER_TAGS = {"bs": "hbs", "hr": "hbs", "no": "nb", "sr": "hbs"}
_MOST_DICTIONARIES = 12
"""That are kept, of 1 to 20 MB each, Finnish of 50; one is read in .1 to 1.5 seconds."""


def is_left_over(word: str, source_language: str, target_language: str) -> bool:
    """Whether the source's language has it, the target's has not, and hardly another one.

    False where there is no dictionary of a language. One with a capital may be a name that any other has.
    """
    source, target = _tag(source_language), _tag(target_language)
    if source == target or {source, target} <= _ALIKE or len(word) < SHORTEST:
        return False
    if word in own_words(target_language) | everyday_words(target_language):
        return False
    if word.endswith(_ADVERB) and {source, target} <= _WITH_ADVERB:
        return False
    if _dictionary(source) is None:
        return False
    is_known = _has_word(source, word)
    if (not is_known and not _may_be_compound(word)) or _is_international(word, is_known, {source, target}):
        return False
    # Last, for that of the target is another one for each version of an article.
    return _dictionary(target) is not None and not _has_word_in_any_case(target, word)


def _is_international(word: str, is_known: bool, tags: Collection[str]) -> bool:
    """Whether too many other languages have it."""
    most = _MOST_WITH_WORD if is_known and word.islower() else 0
    with_word = (each for each in _LANGUAGES if each not in tags and _has_word_in_any_case(each, word))
    return next(islice(with_word, most, None), None) is not None


def has_word(word: str, language: str) -> bool:
    """False where there is no dictionary of the language."""
    return _has_word(_tag(language), word)


def _may_be_compound(word: str) -> bool:
    """No name or address, so that a language has it which its dictionary does not list: wederopbouw."""
    return word.islower() and word.isalpha()


def _tag(language: str) -> str:
    return _OTHER_TAGS.get(primary(language), primary(language))


def _has_word_in_any_case(tag: str, word: str) -> bool:
    written = {word, word.lower()} | ({word.capitalize()} if tag in CAPITALISING_NOUNS else set())
    return any(_has_word(tag, each) for each in written)


@lru_cache(maxsize=65536)
def _has_word(tag: str, word: str) -> bool:
    dictionary = _dictionary(tag)
    return dictionary is not None and word in dictionary


@lru_cache(maxsize=_MOST_DICTIONARIES)
def _dictionary(tag: str) -> Container[str] | None:
    try:
        from simplemma.strategies.dictionaries import StreamDictionaryFactory  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    try:
        return StreamDictionaryFactory().get_dictionary(tag)
    except ValueError:
        return None
