"""Puts together what the versions of an article say of each name."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from app.gazetteer.discovery.agreement import agree, is_same_spelling
from app.gazetteer.discovery.caseless import Listening, has_capitals, is_caseless
from app.gazetteer.discovery.common_runs import (
    Form,
    PlacedRun,
    common_forms,
    full_forms,
    is_full,
    placed_runs,
)
from app.gazetteer.discovery.guessing import Kind, Setting, guess_kind, is_cut_short
from app.gazetteer.discovery.labels import choose_labels, key_of
from app.gazetteer.discovery.lone_words import LoneWords
from app.gazetteer.discovery.passages import Version
from app.gazetteer.discovery.runs import Word
from app.gazetteer.discovery.settings import setting_of
from app.gazetteer.discovery.sounds import romanised

Reason = Literal["agreement", "part"]
_FEWEST_LANGUAGES = 2


@dataclass(frozen=True, slots=True)
class Occurrence:
    """``reason``: the whole name as other versions have it, or a part of it that stands for it."""

    language: str
    block: str
    start: int
    end: int
    surface: str
    role: str | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class Proposed:
    """``key`` is the same for the same name in other articles."""

    key: str
    kind: Kind
    labels: dict[str, str]
    occurrences: tuple[Occurrence, ...]


@dataclass(slots=True)
class _Name:
    """``pivot`` is the name's form in the version that the others are compared with."""

    pivot: Form
    forms: dict[str, set[Form]] = field(default_factory=lambda: defaultdict(set))
    occurrences: list[Occurrence] = field(default_factory=list)
    settings: list[Setting] = field(default_factory=list)
    has_place: bool = False
    speaking: set[str] = field(default_factory=set)
    alone: set[str] = field(default_factory=set)
    """Words of ``pivot`` that stand for the whole somewhere."""

    @property
    def is_full(self) -> bool:
        return is_full(self.pivot)

    def agreed_in(self) -> int:
        return len(self.forms)


def propose(versions: Sequence[Version], source_language: str) -> list[Proposed]:
    """Names in at least two of an article's ``versions``, the best evidenced first."""
    runs = {each.language: placed_runs(each) for each in versions if has_capitals(each.language)}
    if not runs or len(versions) == 1:
        return []
    pivot = source_language if source_language in runs else min(runs)
    listening = [version for version in versions if is_caseless(version.language)]
    names = _agreed(runs, pivot)
    if listening:
        names += _unpaired(runs[pivot], names, pivot)
    names = _without_rivals(names)
    for language, placed in runs.items():
        _locate(names, placed, language)
    for version in listening:
        _listen(names, version)
    full = [name for name in names if name.is_full]
    for language, placed in runs.items():
        _locate_parts(full, placed, language, pivot)
    known, places = _known_words(versions), _known_places(versions)
    lone = LoneWords(versions, runs)
    proposed = [
        _proposed(name)
        for name in names
        if _is_evidenced(name, pivot, lone)
        and not _is_known(name, places)
        and (name.is_full or not _is_part(name, full, known))
    ]
    return sorted(proposed, key=lambda each: (-len(each.labels), -len(each.occurrences), each.key))


def _agreed(runs: dict[str, list[PlacedRun]], pivot: str) -> list[_Name]:
    """The other versions' forms are gathered under the pivot's, all cases of one name together."""
    names: list[_Name] = []
    by_form: dict[Form, _Name] = {}
    for language, others in runs.items():
        if language == pivot:
            continue
        for form, other in common_forms(runs[pivot], others, pivot, language):
            name = by_form.get(form) or next((n for n in names if agree(n.pivot, form, pivot, pivot)), None)
            if name is None:
                names.append(name := _Name(form))
            by_form[form] = name
            name.forms[pivot].add(form)
            name.forms[language].add(other)
    return names


def _unpaired(runs: Sequence[PlacedRun], names: Sequence[_Name], pivot: str) -> list[_Name]:
    """Full names that no other version with capitals has: one without may."""
    taken = {form for name in names for form in name.forms[pivot]}
    return [
        _Name(form, defaultdict(set, {pivot: {form}}))
        for form in full_forms(runs)
        if form not in taken
        and not any(_is_within(form, other) or _is_within(other, form) for other in taken)
    ]


def _without_rivals(names: Sequence[_Name]) -> list[_Name]:
    """Of a name and a longer one around it, the longer unless most versions have only the shorter."""
    kept = []
    for name in names:
        longer = [n for n in names if n is not name and _is_within(name.pivot, n.pivot)]
        shorter = [n for n in names if n is not name and n.is_full and _is_within(n.pivot, name.pivot)]
        if any(2 * name.agreed_in() <= each.agreed_in() for each in shorter):
            continue
        if not name.is_full and longer:
            continue
        kept.append(name)
    return kept


def _is_within(form: Form, other: Form) -> bool:
    plain, longer = tuple(map(romanised, form)), tuple(map(romanised, other))
    return len(plain) < len(longer) and any(
        longer[start : start + len(plain)] == plain for start in range(len(longer) - len(plain) + 1)
    )


def _locate(names: Sequence[_Name], runs: Sequence[PlacedRun], language: str) -> None:
    """Every place where a form of a name stands, the longest first."""
    by_form = {form: name for name in names for form in name.forms.get(language, ())}
    lengths = sorted({len(form) for form in by_form}, reverse=True)
    for placed in runs:
        start = 0
        while start < len(placed.form):
            left = placed.form[start:]
            length = next((n for n in lengths if n <= len(left) and left[:n] in by_form), 0)
            if length:
                _add(by_form[left[:length]], placed, language, start, start + length, "agreement")
            start += length or 1


def _add(name: _Name, placed: PlacedRun, language: str, start: int, end: int, reason: Reason) -> None:
    words = placed.run.words
    first, last = words[start].start, words[end - 1].end
    role = placed.run.role if start == 0 else None
    name.occurrences.append(
        Occurrence(language, placed.passage.block, first, last, placed.passage.text[first:last], role, reason)
    )
    setting = setting_of(placed.passage.text, first, last, language, role)
    name.settings.append(setting)
    if placed.run.is_speaker and end == len(words):
        name.speaking.add(language)
    name.has_place |= placed.touches_known(start, end)


def _listen(names: Sequence[_Name], version: Version) -> None:
    listening = Listening(version.language, version.passages)
    for name in names:
        if not name.is_full:
            continue
        for passage, span in listening.find([word for word in name.pivot if word[0].isupper()]):
            surface = passage.text[span.start : span.end]
            name.forms[version.language].add((surface,))
            name.occurrences.append(
                Occurrence(version.language, passage.block, span.start, span.end, surface, None, "agreement")
            )


def _locate_parts(names: Sequence[_Name], runs: Sequence[PlacedRun], language: str, pivot: str) -> None:
    """Single words that are part of one full name and of no other: "Bijleveld"."""
    for placed in runs:
        index = _lone_word(placed)
        if index is None or any(_stands(name, placed, language) for name in names):
            continue
        owners = [name for name in names if _has_part(name, placed.form[index], language)]
        if len(owners) == 1:
            _add(owners[0], placed, language, index, index + 1, "part")
            _note_alone(owners[0], placed.run.words[index], language, pivot)


def _lone_word(placed: PlacedRun) -> int | None:
    """Where the one word is that may be a name's: "Then Holloway" has one."""
    if len(placed.form) == 1:
        return 0
    sure = [index for index, word in enumerate(placed.run.words) if word.is_sure]
    return sure[0] if len(sure) == 1 else None


def _note_alone(name: _Name, word: Word, language: str, pivot: str) -> None:
    """Not where its capital may be a noun's or a sentence's."""
    if word.is_sure:
        name.alone.update(
            part
            for part in name.pivot
            if any(is_same_spelling(piece, word.text, pivot, language) for piece in _parts((part,)))
        )


def _stands(name: _Name, placed: PlacedRun, language: str) -> bool:
    return placed.form in name.forms.get(language, ())


def _has_part(name: _Name, word: str, language: str) -> bool:
    return any(
        is_same_spelling(part, word, language, language)
        for form in name.forms.get(language, ())
        for part in _parts(form)
    )


def _parts(form: Form) -> Iterator[str]:
    for word in form:
        if word[0].isupper():
            yield word
            yield from (piece for piece in word.split("-") if piece != word)


def _known_words(versions: Sequence[Version]) -> frozenset[str]:
    """The words of persons who are known: alone they are not somebody else."""
    return frozenset(
        romanised(part)
        for version in versions
        for passage in version.passages
        for known in passage.known
        if known.is_wall
        for part in _parts(tuple(passage.text[known.span.start : known.span.end].split()))
    )


def _known_places(versions: Sequence[Version]) -> frozenset[str]:
    """What the places are called that are known in the versions."""
    return frozenset(
        romanised(passage.text[known.span.start : known.span.end])
        for version in versions
        for passage in version.passages
        for known in passage.known
        if not known.is_wall
    )


def _is_known(name: _Name, places: Collection[str]) -> bool:
    return any(romanised(" ".join(form)) in places for forms in name.forms.values() for form in forms)


def _is_part(name: _Name, full: Sequence[_Name], known: Collection[str]) -> bool:
    word = name.pivot[0]
    return romanised(word) in known or any(
        is_same_spelling(word, part, language, language)
        for other in full
        for language, forms in other.forms.items()
        for form in forms
        for part in _parts(form)
    )


def _is_evidenced(name: _Name, pivot: str, lone: LoneWords) -> bool:
    """In two languages; a single word needs an office beside, words behind it, or most languages."""
    agreeing = {each.language for each in name.occurrences if each.reason == "agreement"}
    if pivot not in agreeing or len(agreeing) < _FEWEST_LANGUAGES:
        return False
    if any(is_cut_short(setting) for setting in name.settings):
        return False
    if name.is_full:
        return True
    roles = {setting.language for setting in name.settings if setting.role}
    return len(roles | name.speaking) >= _FEWEST_LANGUAGES or lone.is_name(name.forms)


def _proposed(name: _Name) -> Proposed:
    kind = guess_kind(name.pivot, name.settings, alone=frozenset(name.alone), has_place=name.has_place)
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for occurrence in name.occurrences:
        if occurrence.reason == "agreement":
            written[occurrence.language][occurrence.surface] += 1
    labels = choose_labels(written)
    return Proposed(key_of(labels), kind, labels, tuple(name.occurrences))
