"""What can be taken of a file that translates an article, and why the rest cannot."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.errors import Refusal
from app.exchange.exported import Exported
from app.exchange.matching import Matcher
from app.exchange.translating import Translation
from app.exchange.xliff_reading import TranslatedArticle, TranslatedUnit
from app.newswire.decoding import MAX_BYTES, decode
from app.newswire.passages import tidy
from app.parallel.outdated_segments import credit_id
from app.parallel.pairs import Pair
from app.parallel.side import Side


@dataclass(slots=True)
class Taken:
    """``credits`` by the picture. ``done``: ids of units that the file says are, whatever has changed.

    ``left``: units as they were exported of what was changed since, on either side; ``mended``: of what the
    original says with a minor edit since. ``segments``: ids of those that the file has units of, translated
    or not; ``later``: of those that it could not have.
    """

    translations: list[Translation] = field(default_factory=list)
    credits: dict[str, Translation] = field(default_factory=dict)
    untranslated: list[TranslatedUnit] = field(default_factory=list)
    left: list[TranslatedUnit] = field(default_factory=list)
    done: set[str] = field(default_factory=set)
    mended: list[TranslatedUnit] = field(default_factory=list)
    segments: set[str] = field(default_factory=set)
    later: set[str] = field(default_factory=set)
    refusals: list[Refusal] = field(default_factory=list)

    @property
    def texts(self) -> Sequence[Translation]:
        return [*self.translations, *self.credits.values()]

    def covers(self, source: Side) -> bool:
        given = {segment.id for each in self.translations for segment in each.segments}
        return given.issuperset(segment.id for segment in source.segments())


def take(
    article: TranslatedArticle,
    source: Side,
    pairs: Sequence[Pair],
    exported: Exported,
    *,
    is_machine_made: bool,
) -> Taken:
    """``source`` is the original as it is now; ``is_machine_made``: all of it, whatever the file says."""
    taken = Taken()
    if exported.source is not None:
        taken.later = {each.id for each in source.segments() if each.text not in exported.source}
    matcher = Matcher(source, pairs, article.units)
    for unit in article.units:
        said = replace(unit, is_machine_made=is_machine_made or unit.is_machine_made)
        try:
            _take_unit(taken, matcher, exported, said, article.target_language)
        except Refusal as refusal:
            taken.refusals.append(refusal)
    _refuse_overlaps(taken)
    size = sum(len(each.text.encode()) for each in taken.translations)
    if size > MAX_BYTES:
        message = f"{size} bytes of text; {MAX_BYTES} is the most that is taken"
        taken.refusals.append(Refusal("too-large", message, line=article.line, column=1))
    return taken


def confirmed_by(taken: Taken, done: Collection[str]) -> Iterator[str]:
    """Ids of segments and credits of the original. ``done``: of units."""
    for each in taken.translations:
        if each.id in done:
            yield from (segment.id for segment in each.segments)
    yield from (credit_id(picture) for picture, each in taken.credits.items() if each.id in done)


def _take_unit(
    taken: Taken, matcher: Matcher, exported: Exported, unit: TranslatedUnit, language: str
) -> None:
    text = _clean(unit) if unit.target else ""
    try:
        picture = matcher.find_credit(unit)
        segments = () if picture else matcher.find_segments(unit)
    except Refusal:
        if not text or exported.is_left(text, language):
            (taken.left if text else taken.untranslated).append(unit)
            return
        picture, segments = None, matcher.find_mended(unit)
        if not segments:
            raise
        taken.mended.append(unit)
        taken.later -= {segment.id for segment in segments}
    taken.segments |= {segment.id for segment in segments}
    if not text or exported.is_changed(text, language):
        (taken.left if text else taken.untranslated).append(unit)
        return
    if picture:
        text = " ".join(text.split("\n"))
    translation = Translation(
        unit.id,
        unit.line,
        segments,
        text,
        unit.is_machine_made,
        was_machine_made=unit.was_machine_made,
        is_reviewed=unit.is_reviewed,
    )
    if unit.is_done:
        taken.done.add(unit.id)
    if picture:
        taken.credits[picture] = translation
    else:
        taken.translations.append(translation)


def _clean(unit: TranslatedUnit) -> str:
    """As texts are when they are read from files; an empty line in it means nothing."""
    try:
        lines = decode(unit.target.encode()).lines
        return "\n".join(tidy(line.text) for line in lines if not line.is_blank)
    except Refusal as refusal:
        message = f"{unit.id}: {refusal.message}"
        raise Refusal(refusal.code, message, line=unit.line, column=1) from refusal


def _refuse_overlaps(taken: Taken) -> None:
    first: dict[str, Translation] = {}
    for each in taken.translations:
        for segment in each.segments:
            earlier = first.setdefault(segment.id, each)
            if earlier is not each:
                message = f"{each.id}: {earlier.id} on line {earlier.line} translates {segment.id}, too"
                taken.refusals.append(Refusal("duplicate-unit", message, line=each.line, column=1))
