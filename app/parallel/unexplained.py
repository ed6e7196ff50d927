"""How many tokens no token of the other text accounts for: few numbers and names, most other words."""

from dataclasses import dataclass

import numpy as np

from app.parallel.cognates import Likeness
from app.parallel.text import Doubles, Ids, Text
from app.parallel.tokens import TokenKind

PLAIN, SLIGHTLY_ALIKE, ALIKE, NUMBER, NAME, MARK = range(6)
AT_FIRST = np.array([0.9, 0.9, 0.8, 0.4, 0.5, 0.7])
LEAST = np.array([0.7, 0.4, 0.2, 0.1, 0.1, 0.2])
MOST = 0.97
# How many tokens of each class these shares weigh as much as.
FIRM = 10
LEAST_LIKENESS = 0.5
_CLASSES: dict[TokenKind, int] = {"number": NUMBER, "name": NAME, "echo": NAME, "mark": MARK}


@dataclass(frozen=True, slots=True)
class Unexplained:
    """``classes``: of each type; ``shares``: of each class."""

    classes: Ids
    shares: Doubles

    def of(self, types: Ids) -> Doubles:
        return self.shares[self.classes[types]]

    @property
    def of_types(self) -> Doubles:
        return self.shares[self.classes]

    def learnt(self, tokens: Ids, unexplained: Doubles) -> "Unexplained":
        """``unexplained``: of each token, how probable it is."""
        classes = self.classes[tokens]
        many = np.bincount(classes, minlength=len(AT_FIRST))
        of_them = np.bincount(classes, unexplained, len(AT_FIRST))
        shares = (of_them + FIRM * AT_FIRST) / (many + FIRM)
        return Unexplained(self.classes, np.clip(shares, LEAST, MOST))


def first_fit(likeness: Likeness, target: Text) -> Unexplained:
    """A word that looks like one of the other text mostly stands for it."""
    classes = np.array([_CLASSES.get(kind, PLAIN) for kind, _ in target.types], dtype=np.int64)
    best = np.zeros(len(classes))
    if likeness:
        np.maximum.at(best, [number for _, number in likeness], list(likeness.values()))
    is_word = classes == PLAIN
    classes[is_word & (best > 0)] = SLIGHTLY_ALIKE
    classes[is_word & (best >= LEAST_LIKENESS)] = ALIKE
    return Unexplained(classes, AT_FIRST)
