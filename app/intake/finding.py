"""What a reader of files has to say about them, each with its place and a stable code."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.errors import Refusal
from app.newswire import findings as newswire
from app.newswire.findings import Finding
from app.texts.code import Code
from app.texts.text import Text

MEANINGS: dict[str, Code] = {
    "left-as-exported": Code(
        "warning",
        Text(
            "A translator's file has units as they were exported whose texts were changed since; those stay."
        ),
    ),
    "no-position": Code(
        "warning",
        Text("A town or a country of Wikidata's has no coordinates that can be; it is passed over."),
    ),
    "source-language-assumed": Code(
        "info", Text("Nothing says which language is the original; one was taken for it.")
    ),
    "source-mended": Code(
        "info",
        Text("A translator's file translates what the original says with a minor edit since; that is taken."),
    ),
    "untranslated": Code(
        "warning", Text("A translator's file has units without a translation; what stood there stays.")
    ),
    "source-language-missing": Code(
        "warning", Text("The language that is said to be the original's has no text.")
    ),
    "unknown-source-text": Code(
        "warning", Text("`translates` names no translation, or a text that was never imported.")
    ),
}

REFUSALS: dict[str, Text] = {
    "changed": Text("The texts changed meanwhile; look again."),
    "control-character": Text("A character that no text has; the file is probably not a text."),
    "document-type": Text("An XML file declares a document type, which may hide or multiply text."),
    "duplicate-article": Text("Another folder holds the article already, or an XLIFF file has it twice."),
    "duplicate-entity": Text("Another file of this import says otherwise who or where that is."),
    "duplicate-language": Text("Two files are the same language, as `iw.txt` and `he.txt` are."),
    "duplicate-unit": Text("A translator's file translates something twice."),
    "empty": Text("The file has no text."),
    "former-id": Text("That person or place was merged into another; the file still has the id that went."),
    "inline-code": Text("A translation has formatting or codes; texts are plain here."),
    "invalid-value": Text("A key of a TOML file is not known, or its value cannot be used."),
    "invalid-xliff": Text("An XLIFF file lacks what the standard asks for: an id, a source, a language."),
    "languages": Text("Not two different languages of the article, or not its original's and another."),
    "machine-origin": Text("A machine's translation would change what is not a machine's."),
    "malformed-language-tag": Text("The file's name is not a BCP 47 tag."),
    "missing-reason": Text("A finding is dismissed for a reason, and none is given."),
    "nameless": Text("Somebody or somewhere would be left without a name."),
    "no-caption": Text("A credit is translated whose caption is not; it has nothing to stand with."),
    "no-headline": Text("A new language version has no translated headline."),
    "no-such-article": Text("There is no article of that id."),
    "no-such-entity": Text("There is no person or place of that id."),
    "no-such-finding": Text("Nothing was found under that id, or its texts have changed."),
    "no-such-path": Text("The path given is not there. Nothing is imported."),
    "no-such-proposal": Text("Nothing is proposed under that number."),
    "no-such-term": Text("The person or place is not called that."),
    "not-a-folder": Text("The path given is neither a folder nor a file of people or places."),
    "not-an-entity": Text("It is JSON, but not of a Wikidata entity as Wikidata writes it."),
    "not-json": Text("A line of a dump, or the whole file, is not JSON."),
    "not-readable": Text("The system does not let the file be read."),
    "not-toml": Text("The file is not TOML."),
    "not-xliff": Text("The file is XML, but not XLIFF 1.2, 2.0 or 2.1."),
    "not-xml": Text("The file is not well-formed XML."),
    "nothing-to-check": Text("No folder that was given has a text."),
    "not-utf-8": Text("The file is not UTF-8."),
    "same-entity": Text("Both ids are the same person or place already."),
    "source-moved-on": Text("The original does not say any more what the file translates."),
    "stacked-marks": Text("More combining marks on one letter than any script has."),
    "taken-id": Text("Another person or place has that id."),
    "too-large": Text("The file is larger than any article."),
    "translated-together": Text(
        "What stands there translates something else, too, which the file does not have."
    ),
    "translation-moved-on": Text("The translation has been changed since the file was written."),
    "unknown-language-tag": Text("The file's name is no language that BCP 47 knows."),
    "unknown-unit": Text("The original has nothing under that id."),
    "unusable-id": Text("The folder's name cannot be an article's id."),
    "unusable-language-tag": Text("The file's name is a tag that says no language, as `und` or `x-ours`."),
}

CODES: dict[str, Code] = {
    **newswire.MEANINGS,
    **MEANINGS,
    **{code: Code("error", meaning) for code, meaning in REFUSALS.items()},
}
"""All that may be said of a file; what is refused is an error."""

Severity = Literal["refused", "warning", "info"]


@dataclass(frozen=True, slots=True)
class FileFinding:
    """Lines and columns count from 1, columns in code points; 0 means the whole file."""

    path: Path
    line: int
    column: int
    severity: Severity
    code: str
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else str(self.path)
        return f"{place}: {self.severity}: {self.code}: {self.message}"


def refused(path: Path, refusal: Refusal) -> FileFinding:
    return FileFinding(path, refusal.line, refusal.column, "refused", refusal.code, refusal.message)


def all_refused(path: Path, refusal: Refusal) -> list[FileFinding]:
    return [refused(path, each) for each in (refusal, *refusal.more)]


def noticed(path: Path, finding: Finding) -> FileFinding:
    return FileFinding(path, finding.line, finding.column, finding.severity, finding.code, finding.message)
