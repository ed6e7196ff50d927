"""Numbers that only stand in another sentence than in the source."""

import re
from collections.abc import Sequence
from itertools import pairwise

from app.parallel.checks.finding import Finding
from app.parallel.folding import fold_word

_CODE = "number-mismatch"
_DIGITS = re.compile(r"\d+")


def without_moved_numbers(findings: Sequence[Sequence[Finding]]) -> list[list[Finding]]:
    """The findings of each pair, without a number that one lacks and the pair beside it has in addition."""
    kept = [list(each) for each in findings]
    for one, two in (*pairwise(kept), *((two, one) for one, two in pairwise(kept))):
        for lost in [each for each in one if _is_of(each, "source")]:
            gained = next(
                (each for each in two if _is_of(each, "target") and _said(each) == _said(lost)), None
            )
            if gained and lost in one:
                one.remove(lost)
                two.remove(gained)
    return kept


def _is_of(finding: Finding, side: str) -> bool:
    return finding.code == _CODE and finding.evidence.keys() == {side}


def _said(finding: Finding) -> tuple[str, ...]:
    """Groups of digits, or words as they are."""
    (written,) = finding.evidence.values()
    return tuple(_DIGITS.findall(fold_word(written))) or (written,)
