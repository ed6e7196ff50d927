"""Puts the units of a file into a language version that is there, and leaves the rest as it stands."""

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace

from app.errors import Refusal
from app.exchange.draft import Draft
from app.exchange.joining import unwrapped
from app.exchange.presence import Presence
from app.exchange.taking import Taken
from app.exchange.translating import Translation, between, joined, without_caption
from app.exchange.units import SINGLE, caption_of
from app.parallel.pairs import Pair
from app.parallel.passages import passage, runs
from app.parallel.segments import WHOLE, Kind, Segment
from app.parallel.side import LEAD, OUTSIDE_BODY, Piece, Side

Objection = Callable[[Translation, Sequence[str]], Refusal | None]
"""Why a unit must not change these texts, or where there are none add one."""


@dataclass(frozen=True, slots=True)
class Revised:
    """``changed``: ids of the units whose text was another before."""

    draft: Draft
    changed: frozenset[str]
    refusals: Sequence[Refusal]


def revise(
    source: Side,
    target: Side,
    draft: Draft,
    pairs: Sequence[Pair],
    taken: Taken,
    *,
    objection: Objection,
    then: Side | None = None,
) -> Revised:
    """With ``refusals``, nothing of it is to be used. ``then``: ``target`` as the file was made of it."""
    presence = Presence(target, pairs, taken, then)
    revision = _Revision(source, target, pairs, presence, objection, taken.later)
    for group in _groups(pairs, taken.translations):
        revision.put(group)
    revised = revision.put_credits(revision.result(draft), pairs, taken)
    return Revised(revised, frozenset(revision.changed), revision.refusals)


@dataclass(slots=True)
class _Group:
    """Units and pairs that share segments of the original."""

    translations: list[Translation] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)


def _groups(pairs: Sequence[Pair], translations: Sequence[Translation]) -> list[_Group]:
    pair_of = {segment.id: place for place, pair in enumerate(pairs) for segment in pair.source}
    group_of: dict[int, _Group] = {}
    alone = []
    for each in translations:
        places = sorted({pair_of[segment.id] for segment in each.segments if segment.id in pair_of})
        groups = list(
            {id(group_of[place]): group_of[place] for place in places if place in group_of}.values()
        )
        group = groups[0] if groups else _Group()
        for other in groups[1:]:
            group.translations += other.translations
            group.pairs += other.pairs
        group.translations.append(each)
        group.pairs += [pairs[place] for place in places if place not in group_of]
        group_of |= {pair_of[pair.source[0].id]: group for pair in group.pairs}
        if not places:
            alone.append(group)
    return list({id(group): group for group in [*group_of.values(), *alone]}.values())


_MISTAKEN_FOR_PARAGRAPHS: frozenset[Kind] = frozenset({"heading", "caption"})


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


class _Revision:
    def __init__(
        self,
        source: Side,
        target: Side,
        pairs: Sequence[Pair],
        presence: Presence,
        objection: Objection,
        later: Set[str],
    ) -> None:
        self._source = source
        self._target = target
        self._objection = objection
        self._later = later
        self._targets = {segment.id: pair.target for pair in pairs for segment in pair.source}
        self._paired = {segment.block for pair in pairs if pair.source for segment in pair.target}
        self._presence = presence
        self._order = {segment.id: place for place, segment in enumerate(target.segments())}
        self._segments = source.segments()
        self._edits: dict[str, list[_Edit]] = {}
        self._new: dict[str, list[Translation]] = {}
        self._kinds: dict[str, Kind] = {}
        self.changed: set[str] = set()
        self.refusals: list[Refusal] = []

    def put(self, group: _Group) -> None:
        targets = sorted(
            (segment for pair in group.pairs for segment in pair.target),
            key=lambda segment: self._order[segment.id],
        )
        if not targets:
            for translation in group.translations:
                if not self._presence.stands(translation) and not self._turn_paragraph(translation):
                    self._add(translation)
        elif not self._says(group, targets) and not all(map(self._presence.stands, group.translations)):
            self._replace(group, targets)

    def _turn_paragraph(self, translation: Translation) -> bool:
        """What a paragraph says that translates nothing becomes the heading or caption that it is there."""
        first = translation.segments[0]
        text = unwrapped(translation.text, self._target.language, first.kind)
        if len(translation.segments) > 1 or first.kind not in _MISTAKEN_FOR_PARAGRAPHS:
            return False
        for piece in self._target.pieces:
            is_taken = piece.key in self._paired or piece.key in self._kinds
            if piece.kind == "paragraph" and piece.text == text and not is_taken:
                self._kinds[piece.key] = first.kind
                segments = self._target.segments()
                self._change(translation, [each.text for each in segments if each.block == piece.key])
                return True
        return False

    def _change(self, translation: Translation, texts: Sequence[str]) -> None:
        self.changed.add(translation.id)
        if refusal := self._objection(translation, texts):
            self.refusals.append(refusal)

    def _says(self, group: _Group, targets: Sequence[Segment]) -> bool:
        now = passage(self._target.texts, targets)
        if len(group.translations) == 1:
            return group.translations[0].text == now
        return _letters("".join(each.text for each in group.translations)) == _letters(now)

    def _replace(self, group: _Group, targets: Sequence[Segment]) -> None:
        given = {segment.id for each in group.translations for segment in each.segments} | self._later
        lacking = [each.id for pair in group.pairs for each in pair.source if each.id not in given]
        first = group.translations[0]
        if lacking:
            message = (
                f"{first.id}: what stands there translates {', '.join(lacking)}, too, and the file has not"
            )
            self.refusals.append(Refusal("translated-together", message, line=first.line, column=1))
        for translation in group.translations:
            self._change(translation, [segment.text for segment in targets])
        for place, text in self._distributed(group.translations, targets):
            self._edit(place[0].block, place[0].start, place[-1].end, text)

    def _distributed(
        self, translations: Sequence[Translation], targets: Sequence[Segment]
    ) -> Iterator[tuple[Sequence[Segment], str]]:
        """Where as many texts come as there are places, each has its own; else the first has all."""
        places: list[Sequence[Segment]] = [run.segments for run in runs(self._target.texts, targets)]
        texts = [each.text for each in translations]
        if len(texts) > 1 and len(texts) == len(targets):
            places = [[segment] for segment in targets]
        elif len(texts) > 1:
            texts = [joined(self._source, translations, self._target.language)]
        elif len(places) > 1 and texts[0].count("\n") + 1 == len(places):
            texts = texts[0].split("\n")
        texts += [""] * (len(places) - len(texts))
        for place, text in zip(places, texts, strict=True):
            yield place, unwrapped(text, self._target.language, place[0].kind)

    def _add(self, translation: Translation) -> None:
        self._change(translation, [])
        first, last = translation.segments[0], translation.segments[-1]
        own = [each for each in self._segments if each.block == first.block]
        text = unwrapped(translation.text, self._target.language, first.kind)
        if first.kind not in WHOLE and first.block not in self._new:
            before = own[: own.index(first)][::-1]
            for segment in before:
                if place := self._place_of(segment):
                    gap = between(self._source, segment, first, self._target.language)
                    self._edit(place[-1].block, place[-1].end, place[-1].end, gap + text)
                    return
            after = own[own.index(last) + 1 :] if last in own else []
            for segment in after:
                if place := self._place_of(segment):
                    gap = between(self._source, last, segment, self._target.language)
                    self._edit(place[0].block, place[0].start, place[0].start, text + gap)
                    return
        self._new.setdefault(first.block, []).append(translation)

    def _place_of(self, segment: Segment) -> Sequence[Segment]:
        """What translates it in running text."""
        return [each for each in self._targets.get(segment.id, ()) if each.kind not in WHOLE]

    def _edit(self, block: str, start: int, end: int, text: str) -> None:
        self._edits.setdefault(block, []).append(_Edit(start, end, text))

    def result(self, draft: Draft) -> Draft:
        pieces = [piece for piece in map(self._edited, draft.pieces) if piece.text]
        above = set(draft.above)
        for piece in self._source.pieces:
            if translations := self._new.get(piece.key):
                text = joined(self._source, translations, self._target.language)
                self._insert(pieces, above, replace(piece, text=text, credit=None))
        return replace(draft, pieces=pieces, above=frozenset(above))

    def _edited(self, piece: Piece) -> Piece:
        text = piece.text
        for edit in _backwards(self._edits.get(piece.key, ())):
            after = text[edit.end :]
            text = text[: edit.start] + edit.text + (after if edit.text else after.lstrip())
        return replace(piece, text=text.strip(), kind=self._kinds.get(piece.key, piece.kind))

    def _insert(self, pieces: list[Piece], above: set[str], piece: Piece) -> None:
        """Behind what translates the piece before it in the original."""
        keys = [each.key for each in pieces]
        front = 1 + max(place for place, key in enumerate(keys) if key in OUTSIDE_BODY or key in above)
        if piece.key in OUTSIDE_BODY and piece.key not in keys:
            pieces.insert(front if piece.key == LEAD else 1, piece)
            return
        if piece.key in SINGLE:
            pieces[keys.index(piece.key)] = piece
            return
        new = replace(piece, key=_new_key(piece.key), kind="paragraph" if piece.key == LEAD else piece.kind)
        if piece.kind == "caption" and self._stands_above(piece):
            above.add(new.key)
            pieces.insert(front - (LEAD in keys), new)
        else:
            pieces.insert(max(front, 1 + self._place_before(piece, keys)), new)

    def _stands_above(self, caption: Piece) -> bool:
        keys = [piece.key for piece in self._source.pieces]
        return LEAD in keys and keys.index(caption.key) < keys.index(LEAD)

    def _place_before(self, piece: Piece, keys: Sequence[str]) -> int:
        blocks: dict[str, str] = {}
        for segment in self._segments:
            for target in self._targets.get(segment.id, ()):
                blocks[segment.block] = target.block
        place = 0
        for earlier in self._source.pieces:
            if earlier.key == piece.key:
                break
            for key in (_new_key(earlier.key), blocks.get(earlier.key)):
                place = keys.index(key) if key in keys else place
        return place

    def put_credits(self, draft: Draft, pairs: Sequence[Pair], taken: Taken) -> Draft:
        pieces = {piece.key: piece for piece in draft.pieces}
        said = {unit.segments[0].block: unit.text for unit in taken.translations}
        keys = {piece.text: piece.key for piece in draft.pieces if piece.kind == "caption"}
        for picture, translation in taken.credits.items():
            places = _new_key(picture), caption_of(picture, pairs), keys.get(said.get(picture, ""))
            piece = next((pieces[key] for key in places if key in pieces), None)
            if piece is None:
                self.refusals.append(without_caption(translation))
            elif piece.credit != translation.text:
                self._change(translation, [piece.credit] if piece.credit else [])
                pieces[piece.key] = replace(piece, credit=translation.text)
        return replace(draft, pieces=list(pieces.values()))


def _backwards(edits: Sequence[_Edit]) -> list[_Edit]:
    """So that none moves another; what is put before a text comes after what replaces it."""
    return sorted(edits, key=lambda edit: (edit.start, edit.end > edit.start))[::-1]


def _new_key(key: str) -> str:
    return f"new {key}"


def _letters(text: str) -> str:
    return "".join(text.split())
