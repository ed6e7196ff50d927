"""What is noticed where two versions of an article are laid side by side."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from app.texts.code import Code
from app.texts.text import Text

Severity = Literal["info", "warning", "error"]


CODES: dict[str, Code] = {
    "segment-missing": Code("warning", Text("A sentence or paragraph of the source has no counterpart.")),
    "segment-added": Code("info", Text("A sentence or paragraph has no counterpart in the source.")),
    "segment-moved": Code("info", Text("A sentence or paragraph stands elsewhere than in the source.")),
    "heading-missing": Code("warning", Text("A heading of the source has no counterpart.")),
    "heading-added": Code("info", Text("A heading has no counterpart in the source.")),
    "heading-moved": Code("warning", Text("A heading stands over other paragraphs than in the source.")),
    "caption-missing": Code("warning", Text("A caption of the source has no counterpart.")),
    "caption-added": Code("info", Text("A caption has no counterpart in the source.")),
    "caption-moved": Code("info", Text("A caption stands elsewhere than in the source.")),
    "credit-missing": Code(
        "warning", Text("The source names the maker or owner of a picture, the translation nobody.")
    ),
    "credit-added": Code(
        "info", Text("The translation names the maker or owner of a picture, the source nobody.")
    ),
    "number-mismatch": Code("warning", Text("A number has no equal on the other side, in digits or words.")),
    "unit-converted": Code(
        "info", Text("Numbers differ as they do when miles become kilometres, or the like.")
    ),
    "date-missing": Code("warning", Text("The source names a month, the translation does not, or another.")),
    "weekday-missing": Code(
        "warning", Text("The source names a day of the week, the translation does not, or another.")
    ),
    "missing-name": Code(
        "warning", Text("A gap where a name should stand; it was probably lost before the file came here.")
    ),
    "name-mismatch": Code("warning", Text("A person or place is named where the source names another.")),
    "name-missing": Code(
        "info",
        Text("A person or place that the source names is named nowhere in the translation."),
    ),
    "name-spelling": Code("warning", Text("A name is spelled in two ways that differ by a letter or two.")),
    "leftover-language": Code("error", Text("A word or a run of words of the source was left untranslated.")),
    "leftover-word": Code(
        "warning", Text("A word of the source stands in the translation, whose language has no such word.")
    ),
    "wrong-language": Code("error", Text("A text of the translation is in another language than the rest.")),
    "untranslated-block": Code("error", Text("The text is the same in both languages.")),
    "duplicate-block": Code(
        "warning",
        Text("A text stands twice, in a file or on one side of two versions; both were kept."),
    ),
    "unbalanced-quotes": Code("warning", Text("A quotation opens or closes on one side of its text only.")),
    "missing-quotes": Code("info", Text("A quotation has its marks on one side only.")),
    "outdated-segment": Code("warning", Text("The source has changed here since the translation was made.")),
    "suspicious-length": Code(
        "warning", Text("A text is much longer or shorter than this pair of versions leads to expect.")
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
