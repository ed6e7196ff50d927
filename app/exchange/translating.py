"""Makes a language version that there was none of, out of the units of a file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.errors import Refusal
from app.exchange.draft import Draft
from app.exchange.joining import separator, unwrapped
from app.parallel.segments import Segment, segments_of
from app.parallel.side import Side


@dataclass(frozen=True, slots=True)
class Translation:
    """``text`` of ``segments`` of the original; none, of a credit. Marks as of ``TranslatedUnit``."""

    id: str
    line: int
    segments: tuple[Segment, ...]
    text: str
    is_machine_made: bool = False
    was_machine_made: bool = False
    is_reviewed: bool = False


def translate(
    source: Side,
    original: Draft,
    language: str,
    translations: Sequence[Translation],
    credits_: Mapping[str, Translation],
) -> Draft:
    """Built as the original is; what is not translated is left out. ``credits_`` by picture, each of a
    caption that is translated.
    """
    by_block: dict[str, list[Translation]] = {}
    for each in translations:
        by_block.setdefault(each.segments[0].block, []).append(each)
    pieces = [
        replace(
            piece,
            text=joined(source, by_block[piece.key], language),
            credit=credits_[piece.key].text if piece.key in credits_ else None,
        )
        for piece in source.pieces
        if piece.key in by_block
    ]
    return replace(original, pieces=pieces)


def texts_in(translation: Translation, language: str) -> frozenset[str]:
    """The segments or the credit that it may stand there as."""
    lines = "\n".join([translation.text, unwrapped(translation.text, language, "paragraph")])
    sentences = (each.text for each in segments_of("", "list", lines, language))
    return frozenset([translation.text, *lines.split("\n"), *sentences])


def without_caption(credit: Translation) -> Refusal:
    message = f"{credit.id}: a credit stands with a caption, which is not translated"
    return Refusal("no-caption", message, line=credit.line, column=1)


def joined(source: Side, translations: Sequence[Translation], language: str) -> str:
    """Of one block of the original."""
    return "".join(_parts(source, translations, language))


def _parts(source: Side, translations: Sequence[Translation], language: str) -> Iterator[str]:
    earlier: Segment | None = None
    for each in sorted(translations, key=lambda translation: translation.segments[0].start):
        first = each.segments[0]
        if earlier:
            yield between(source, earlier, first, language)
        yield unwrapped(each.text, language, first.kind)
        earlier = each.segments[-1]


def between(source: Side, earlier: Segment, later: Segment, language: str) -> str:
    text = source.texts[earlier.block][earlier.end : later.start] if earlier.block == later.block else " "
    return separator(language, later.kind, text)
