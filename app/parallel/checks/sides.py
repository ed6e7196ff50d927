"""All checks of two whole versions that are aligned."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from app.parallel.checks.credits import find_lost_credits
from app.parallel.checks.exchanged_countries import exchanged_country_findings
from app.parallel.checks.exchanged_names import exchanged_name_findings
from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.kept_names import kept_name_findings
from app.parallel.checks.lengths import expected_ratio
from app.parallel.checks.linked_names import are_linked, linked_name_findings
from app.parallel.checks.links import Nameable
from app.parallel.checks.lost_names import lost_name_findings
from app.parallel.checks.lost_running_quotes import lost_running_quotes
from app.parallel.checks.misspelt_people import misspelt_people_findings
from app.parallel.checks.moved_numbers import without_moved_numbers
from app.parallel.checks.names import count_names
from app.parallel.checks.other_language import other_language_findings
from app.parallel.checks.outdated import outdated_findings
from app.parallel.checks.pairs import Expectations, Passage, check_pair
from app.parallel.checks.paragraphs import paragraph_pairs
from app.parallel.checks.running_quotes import find_running_quotes, without_running_quotes
from app.parallel.checks.structure import credit_findings, duplicate_findings, structure_findings
from app.parallel.checks.words import find_words
from app.parallel.folding import fold_word
from app.parallel.outdated_segments import OutdatedSegment
from app.parallel.pairs import Pair
from app.parallel.segments import Segment
from app.parallel.side import Side

Texts = tuple[str, str]

LONGEST_SHOWN = 200
"""Characters of a piece of evidence; the spans say where the whole of it stands."""


@dataclass(frozen=True, slots=True)
class SideFinding:
    """``id`` stands as long as the texts do that it is about, whatever happens to the rest."""

    id: str
    finding: Finding

    def with_keys(self, source: Mapping[str, str], target: Mapping[str, str]) -> "SideFinding":
        """With the blocks' keys replaced on either side; those not named stay."""
        finding = replace(
            self.finding,
            source_spans=_renamed(self.finding.source_spans, source),
            target_spans=_renamed(self.finding.target_spans, target),
        )
        return replace(self, finding=finding)


def _renamed(spans: Sequence[Span], keys: Mapping[str, str]) -> tuple[Span, ...]:
    return tuple(replace(span, block=keys.get(span.block or "", span.block)) for span in spans)


def check_sides(
    article_id: str,
    source: Side,
    target: Side,
    pairs: Sequence[Pair],
    nameable: Nameable | None = None,
) -> list[SideFinding]:
    """Lost credits, then in the order of the pairs, then what is found by looking at all of them.

    ``nameable`` is None where any of the people and places may be found in the target's language.
    """
    sides = article_id, source.language, target.language
    return _identified(sides, _findings(source, target, pairs, nameable))


def check_changes(
    article_id: str, source_language: str, target_language: str, segments: Sequence[OutdatedSegment]
) -> list[SideFinding]:
    """What has changed in the source since it was translated, in its order."""
    texts = [("", Passage(each.target).text) for each in segments]
    findings = zip(outdated_findings(segments), texts, strict=True)
    return _identified((article_id, source_language, target_language), findings)


def _identified(sides: tuple[str, str, str], findings: Iterable[tuple[Finding, Texts]]) -> list[SideFinding]:
    seen: Counter[str] = Counter()
    found = []
    for finding, texts in findings:
        evidence = [f"{name}={value}" for name, value in sorted(finding.evidence.items())]
        said = "\0".join((*sides, finding.code, *evidence, *texts))
        seen[said] += 1
        shown = replace(finding, evidence={name: _cut(value) for name, value in finding.evidence.items()})
        found.append(SideFinding(sha256(f"{said}\0{seen[said]}".encode()).hexdigest()[:16], shown))
    return found


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def _findings(
    source: Side, target: Side, pairs: Sequence[Pair], nameable: Nameable | None
) -> Iterator[tuple[Finding, Texts]]:
    ratio = expected_ratio([_texts(pair) for pair in pairs])
    lost = list(find_lost_credits(source, target, pairs, ratio))
    for each in lost:
        yield each.finding, (Passage(each.source).text, Passage(each.target).text)
    captions = {segment for each in lost for segment in (*each.source, *each.target)}
    counts = Counter(fold_word(word.text) for text in target.texts.values() for word in find_words(text))
    expectations = Expectations(ratio, counts, count_names(target.texts.values()))
    misspelt: set[tuple[Span, ...]] = set()
    checked = [pair for pair in pairs if not captions.issuperset((*pair.source, *pair.target))]
    there, here = source.segments(), target.segments()
    found = [list(_of_pair(source, target, pair, expectations)) for pair in checked]
    running = find_running_quotes(there), find_running_quotes(here)
    found = without_running_quotes(found, checked, *running)
    for pair, findings in zip(checked, without_moved_numbers(found), strict=True):
        for finding in findings:
            if finding.code == "name-spelling":
                if are_linked(finding, source, target):
                    continue
                misspelt.add(finding.target_spans)
            yield finding, _texts(pair)
    for finding in _of_names(source, target, checked, nameable):
        if finding.target_spans in misspelt:
            continue
        if finding.code == "name-spelling":
            misspelt.add(finding.target_spans)
        yield finding, (finding.evidence["source"], finding.evidence.get("target", ""))
    yield from lost_running_quotes(checked, *running)
    for finding in duplicate_findings(there, here):
        yield finding, (finding.evidence.get("source", ""), finding.evidence.get("target", ""))


def _of_names(
    source: Side, target: Side, pairs: Sequence[Pair], nameable: Nameable | None
) -> Iterator[Finding]:
    """A name that another stands in the place of is not told as missing besides."""
    for finding in kept_name_findings(source, target, pairs):
        if not are_linked(finding, source, target):
            yield finding
    yield from lost_name_findings(source, target, pairs)
    yield from misspelt_people_findings(source, target)
    linked = list(linked_name_findings(source, target, pairs, nameable))
    told: set[tuple[Span, ...]] = set()
    for finding in (
        *(each for each in linked if each.code != "name-missing"),
        *exchanged_country_findings(source, target, pairs, nameable),
        *exchanged_name_findings(source, target, pairs, nameable),
        *_of_people_in_paragraphs(source, target, pairs, nameable),
        *(each for each in linked if each.code == "name-missing"),
    ):
        if finding.source_spans not in told:
            told.add(finding.source_spans)
            yield finding


def _of_people_in_paragraphs(
    source: Side, target: Side, pairs: Sequence[Pair], nameable: Nameable | None
) -> Iterator[Finding]:
    """Who says what stands before the first sentence of a quotation here, behind the last one there."""
    paragraphs = list(paragraph_pairs(pairs))
    for finding in (
        *linked_name_findings(source, target, paragraphs, nameable),
        *exchanged_name_findings(source, target, paragraphs, nameable),
    ):
        if finding.code == "name-mismatch" and finding.evidence.get("entity", "").startswith("person/"):
            yield finding


def _of_pair(source: Side, target: Side, pair: Pair, expectations: Expectations) -> Iterator[Finding]:
    if "repeat" not in pair.evidence:
        yield from structure_findings([pair])
    if pair.target and not pair.source:
        yield from _in_other_language(pair, source.language, target.language)
    if not pair.source or not pair.target:
        return
    yield from check_pair(pair, source.language, target.language, expectations)
    if "caption" in {pair.source[0].kind, pair.target[0].kind}:
        there, here = pair.source[0].block, pair.target[0].block
        yield from credit_findings(
            source.credits.get(there),
            target.credits.get(here),
            _whole(pair.source, there),
            _whole(pair.target, here),
        )


def _in_other_language(pair: Pair, source_language: str, target_language: str) -> Iterator[Finding]:
    passage = Passage(pair.target)
    for finding in other_language_findings("", passage.text, source_language, target_language):
        yield replace(finding, target_spans=passage.located(finding.target_spans))


def _whole(segments: Sequence[Segment], block: str) -> Span:
    return Span(segments[0].start, segments[-1].end, block)


def _texts(pair: Pair) -> Texts:
    return Passage(pair.source).text, Passage(pair.target).text


def span_texts(spans: Sequence[Span], texts: Mapping[str, str]) -> list[str]:
    return [texts.get(span.block or "", "")[span.start : span.end] for span in spans]
