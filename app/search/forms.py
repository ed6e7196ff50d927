"""Words whose forms have one stem, and which of them are whose: ``başkan`` and ``başka``."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from app.search.folding import fold

_AS_OFTEN = 0.5
"""A form that goes with a word does so at least that often, beside the word in all its forms."""
_OFTEN = 2
"""Beads that tell by themselves whether a form goes with a word."""
_ALIKE = 80.0
"""Of 100: an ending more or less, and not another word."""


class Forms(NamedTuple):
    """In small letters: those that are the word's, and those that are not."""

    own: frozenset[str]
    others: frozenset[str]

    def has(self, form: str) -> bool:
        """Also a form that was not there to be told, where it is like those, and more so than like others."""
        if not self.others or form in self.own:
            return True
        return form not in self.others and _is_liker(form, self.own, self.others)


ALL = Forms(frozenset(), frozenset())
"""Where nothing tells them apart."""


def tell_apart(beads: Mapping[str, AbstractSet[int]], linked: AbstractSet[int]) -> Forms:
    """``beads`` of each form that has the stem; ``linked`` are those where it goes with a word."""
    if not beads:
        return ALL
    every = frozenset[int]().union(*beads.values())
    usual = len(every & linked) / len(every)
    shares = {form: len(own & linked) / len(own) for form, own in beads.items()}
    own = {form for form, share in shares.items() if share and share >= usual * _AS_OFTEN}
    others = {form for form in beads.keys() - own if len(beads[form]) >= _OFTEN}
    rare = {form for form in beads.keys() - own - others if not _is_liker(form, own, others)}
    return Forms(frozenset(own), frozenset(others | rare)) if own and own != beads.keys() else ALL


def _is_liker(form: str, own: Iterable[str], others: Iterable[str]) -> bool:
    likeness = _likeness(form, own)
    return likeness >= _ALIKE and likeness > _likeness(form, others)


def _likeness(form: str, forms: Iterable[str]) -> float:
    folded = fold(form)
    return max((ratio(folded, fold(each)) for each in forms), default=0.0)
