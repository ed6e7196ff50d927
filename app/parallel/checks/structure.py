"""What the alignment itself shows: segments without a counterpart, elsewhere, or twice."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from app.parallel.checks.finding import Finding, Span
from app.parallel.folding import fold

FEWEST_LETTERS = 15
FEWEST_REFRAINS = 3
_HEADINGS = frozenset({"headline", "heading"})


class Segment(Protocol):
    @property
    def block(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...


class Pair(Protocol):
    """``type`` is "missing" or "added" without a counterpart, "moved" with one that stands elsewhere."""

    @property
    def source(self) -> Sequence[Segment]: ...
    @property
    def target(self) -> Sequence[Segment]: ...
    @property
    def type(self) -> str: ...


def structure_findings(pairs: Iterable[Pair]) -> Iterator[Finding]:
    for pair in pairs:
        if pair.type in {"missing", "added", "moved"}:
            segments = pair.source or pair.target
            evidence = {"source": _text(pair.source)} if pair.source else {"target": _text(pair.target)}
            code = f"{_noun(segments[0].kind)}-{pair.type}"
            yield Finding(code, spans_of(pair.source), spans_of(pair.target), evidence)


def duplicate_findings(source: Iterable[Segment], target: Iterable[Segment]) -> Iterator[Finding]:
    """Texts that stand more often on one side than any text does on the other.

    A refrain stands as often in both, and may be shorter in one than what is told of.
    """
    there, here = _by_text(source), _by_text(target)
    most_there, most_here = (Counter(len(same) for same in side.values()) for side in (there, here))
    for segments in _surplus(there, most_here):
        yield Finding("duplicate-block", spans_of(segments), (), {"source": segments[0].text})
    for segments in _surplus(here, most_there):
        yield Finding("duplicate-block", (), spans_of(segments), {"target": segments[0].text})


def credit_findings(
    source: str | None, target: str | None, source_caption: Span, target_caption: Span
) -> Iterator[Finding]:
    """Of one picture's two captions, by whom each says the picture is."""
    if source and not target:
        yield Finding("credit-missing", (source_caption,), (target_caption,), {"source": source})
    elif target and not source:
        yield Finding("credit-added", (source_caption,), (target_caption,), {"target": target})


def spans_of(segments: Iterable[Segment]) -> tuple[Span, ...]:
    return tuple(Span(segment.start, segment.end, segment.block) for segment in segments)


def _noun(kind: str) -> str:
    if kind in _HEADINGS:
        return "heading"
    return "caption" if kind == "caption" else "segment"


def _text(segments: Iterable[Segment]) -> str:
    return " ".join(segment.text for segment in segments)


def _by_text(segments: Iterable[Segment]) -> dict[str, list[Segment]]:
    by_text: dict[str, list[Segment]] = {}
    for segment in segments:
        letters = "".join(filter(str.isalnum, fold(segment.text).text))
        if letters:
            by_text.setdefault(letters, []).append(segment)
    return by_text


def _surplus(by_text: dict[str, list[Segment]], times_on_other_side: Counter[int]) -> Iterator[list[Segment]]:
    """The texts left over when each text that stands so many times is matched with one of the other side.

    Of short ones only paragraphs that stand once more than one of the other side, as a refrain does.
    """
    left = times_on_other_side.copy()
    in_block = Counter(segment.block for segments in by_text.values() for segment in segments)
    for letters, segments in by_text.items():
        times = len(segments)
        if times == 1:
            continue
        if left[times] > 0:
            left[times] -= 1
            continue
        is_refrain = times >= FEWEST_REFRAINS and left[times - 1] > 0
        if len(letters) >= FEWEST_LETTERS or (
            is_refrain and all(in_block[segment.block] == 1 for segment in segments)
        ):
            yield segments
