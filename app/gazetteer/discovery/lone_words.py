"""Which single words are names by how they stand in the versions of an article: "Zwammerdorp"."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from app.gazetteer.discovery.common_runs import Form, PlacedRun
from app.gazetteer.discovery.name_words import THINGS
from app.gazetteer.discovery.passages import Version
from app.gazetteer.false_friends import is_common_word
from app.gazetteer.keys import fold
from app.gazetteer.words import plain, split_words
from app.newswire.punctuation import CAPITALISING_NOUNS, primary

_SHORTEST = 4
_FEWEST_LANGUAGES = 2


class LoneWords:
    """``runs`` are those of each version that has capitals."""

    def __init__(self, versions: Sequence[Version], runs: Mapping[str, Sequence[PlacedRun]]) -> None:
        self._versions = versions
        self._runs = runs

    def is_name(self, forms: Mapping[str, set[Form]]) -> bool:
        """Whether one name of one word, in its ``forms``, stands within sentences, with no capital beside it.

        In most versions, of those whose capitals tell names; and in none it is a word, or is written small.
        """
        if any(self._may_be_word(form[0], language) for language, own in forms.items() for form in own):
            return False
        agreeing = [language for language, own in forms.items() if not own.isdisjoint(self._lone[language])]
        telling = [language for language in self._runs if primary(language) not in CAPITALISING_NOUNS]
        return len(agreeing) >= _FEWEST_LANGUAGES and 2 * len(agreeing) > len(telling)

    def _may_be_word(self, word: str, language: str) -> bool:
        folded = fold(word)
        return (
            len(word) < _SHORTEST
            or word.isupper()
            or folded in THINGS
            or is_common_word(folded, language)
            or folded in self._written_small[language]
        )

    @cached_property
    def _lone(self) -> Mapping[str, Collection[Form]]:
        return {
            language: {each.form for each in runs if _is_lone(each)} for language, runs in self._runs.items()
        }

    @cached_property
    def _written_small(self) -> Mapping[str, frozenset[str]]:
        return {
            version.language: frozenset(
                fold(word)
                for passage in version.passages
                for word in split_words(plain(passage.text)).texts
                if word.islower()
            )
            for version in self._versions
        }


def _is_lone(placed: PlacedRun) -> bool:
    """Not "Minutes" in "60 Minutes"."""
    [word, *more] = placed.run.words
    before = placed.passage.text[: word.start].rstrip()
    return word.is_sure and not more and not before[-1:].isdigit()
