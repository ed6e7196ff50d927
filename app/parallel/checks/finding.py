"""What is noticed where two versions of an article are laid side by side."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Code:
    severity: Severity
    meaning: str


CODES: dict[str, Code] = {
    "segment-missing": Code("warning", "A sentence or paragraph of the source has no counterpart."),
    "segment-added": Code("info", "A sentence or paragraph has no counterpart in the source."),
    "segment-moved": Code("info", "A sentence or paragraph stands elsewhere than in the source."),
    "heading-missing": Code("warning", "A heading of the source has no counterpart."),
    "heading-added": Code("info", "A heading has no counterpart in the source."),
    "heading-moved": Code("warning", "A heading stands over other paragraphs than in the source."),
    "caption-missing": Code("warning", "A caption of the source has no counterpart."),
    "caption-added": Code("info", "A caption has no counterpart in the source."),
    "caption-moved": Code("info", "A caption stands elsewhere than in the source."),
    "credit-missing": Code(
        "warning", "The source names the maker or owner of a picture, the translation nobody."
    ),
    "credit-added": Code("info", "The translation names the maker or owner of a picture, the source nobody."),
    "number-mismatch": Code(
        "warning", "A number in digits has no equal on the other side, in digits or words."
    ),
    "unit-converted": Code("info", "Numbers differ as they do when miles become kilometres, or the like."),
    "date-missing": Code("warning", "The source names a month, the translation does not, or another."),
    "weekday-missing": Code(
        "warning", "The source names a day of the week, the translation does not, or another."
    ),
    "name-missing": Code("info", "A person or place linked in the source is not linked here."),
    "name-spelling": Code("warning", "A name is spelled in two ways that differ by a letter or two."),
    "leftover-language": Code("error", "A word or a run of words of the source was left untranslated."),
    "untranslated-block": Code("error", "The text is the same in both languages."),
    "duplicate-block": Code("warning", "A text stands twice on one side, and once on the other."),
    "unbalanced-quotes": Code("warning", "A quotation opens or closes on one side of its text only."),
    "missing-quotes": Code("info", "One side quotes, the other has no quotation marks at all."),
    "suspicious-length": Code(
        "warning", "A text is much longer or shorter than this pair of versions leads to expect."
    ),
}


@dataclass(frozen=True, slots=True)
class Span:
    """In Unicode code points, of the text that was checked; of the block's where ``block`` is named."""

    start: int
    end: int
    block: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """``evidence`` says in words of the texts what was found, by the name of the side or the measure."""

    code: str
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    evidence: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        return CODES[self.code].severity
