"""Folders of plain text: one folder an article, one file a language, at any depth."""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from app.errors import Refusal
from app.intake import article_file, entity_file
from app.intake.article_file import ArticleFile
from app.intake.finding import FileFinding, noticed, refused
from app.intake.toml_file import read_toml
from app.language.tag import parse_language_tag
from app.newswire.decoding import MAX_BYTES
from app.newswire.parsing import parse
from app.newswire.story import Story

_MAX_ID = 128
XLIFF_SUFFIXES = {".xlf", ".xliff"}


@dataclass(frozen=True, slots=True)
class Inbox:
    """What the given paths hold: article folders, files of people and places, and translators' files."""

    article_folders: Sequence[Path]
    entity_files: Sequence[Path]
    xliff_files: Sequence[Path]
    findings: Sequence[FileFinding]


@dataclass(frozen=True, slots=True)
class Version:
    """One language file, read. ``content_hash`` is the SHA-256 of its bytes."""

    language: str
    path: Path
    content_hash: str
    story: Story


@dataclass(frozen=True, slots=True)
class AssumedSource:
    """Which language a new article's original is taken to be in, and the finding that says so."""

    language: str
    finding: FileFinding


@dataclass(frozen=True, slots=True)
class Submission:
    """An article folder, read. What ``file`` does not say is not known, or as it was.

    Empty ``versions``: nothing of it can be taken, and the findings say why.
    """

    id: str
    path: Path
    file: ArticleFile
    assumed_source: AssumedSource | None
    versions: Sequence[Version]
    findings: Sequence[FileFinding]


def find_inbox(paths: Iterable[Path]) -> Inbox:
    """Raises Refusal for a path that is not there. Translators' files are taken only where they are named:
    beside an article stands also what has been sent out.
    """
    folders: dict[Path, None] = {}
    entity_files: dict[Path, None] = {}
    xliff_files: dict[Path, None] = {}
    findings: list[FileFinding] = []
    for path in paths:
        if path.is_dir():
            for folder, files in _walk(path, findings):
                if any(_is_text(file) for file in files):
                    folders[folder] = None
                entity_files.update(dict.fromkeys(f for f in files if f.name in entity_file.NAMES))
        elif path.name in entity_file.NAMES and path.is_file():
            entity_files[path] = None
        elif path.suffix.lower() in XLIFF_SUFFIXES and path.is_file():
            xliff_files[path] = None
        elif path.exists():
            message = "an article is a folder: give the folder that the language files are in"
            findings.append(FileFinding(path, 0, 0, "refused", "not-a-folder", message))
        else:
            raise Refusal("no-such-path", f"{path}: there is no such file or folder")
    return Inbox(_without_doubles(folders, findings), list(entity_files), list(xliff_files), findings)


def _walk(top: Path, findings: list[FileFinding]) -> Iterator[tuple[Path, list[Path]]]:
    def unreadable(error: OSError) -> None:
        path = Path(str(error.filename))
        findings.append(FileFinding(path, 0, 0, "refused", "not-readable", error.strerror or str(error)))

    for folder, folders, files in os.walk(top, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield Path(folder), [Path(folder, name) for name in sorted(files) if not name.startswith(".")]


def _is_text(path: Path) -> bool:
    return path.suffix.lower() == ".txt" and not path.name.startswith(".")


def _without_doubles(folders: Iterable[Path], findings: list[FileFinding]) -> list[Path]:
    first: dict[str, Path] = {}
    for folder in folders:
        name = _article_id(folder)
        earlier = first.setdefault(name, folder)
        if earlier != folder and earlier.resolve() != folder.resolve():
            message = f"{earlier} already holds the article {name!r}"
            findings.append(FileFinding(folder, 0, 0, "refused", "duplicate-article", message))
    return list(first.values())


def _article_id(folder: Path) -> str:
    return unicodedata.normalize("NFC", folder.resolve().name)


def read_submission(folder: Path, default_language: str) -> Submission:
    article_id = _article_id(folder)
    findings: list[FileFinding] = []
    file = ArticleFile()
    versions: list[Version] = []
    try:
        _check_id(article_id)
        file = _read_article_file(folder)
        versions = list(_read_versions(folder, findings))
    except Refusal as refusal:
        at_fault = folder / article_file.NAME if refusal.code != "unusable-id" else folder
        findings.append(refused(at_fault, refusal))
    except OSError as error:
        findings.append(refused(folder, Refusal("not-readable", error.strerror or str(error))))
    assumed = _assume_source(folder, versions, default_language) if not file.source_language else None
    return Submission(article_id, folder, file, assumed, versions, findings)


def _check_id(article_id: str) -> None:
    usable = all(c in "-._" or unicodedata.category(c)[0] in "LMN" for c in article_id)
    if not usable or len(article_id) > _MAX_ID or not any(c.isalnum() for c in article_id):
        raise Refusal(
            "unusable-id",
            f"the folder's name {article_id!r} is to be the article's id: "
            f"at most {_MAX_ID} letters, digits, hyphens, dots and underscores",
        )


def _read_article_file(folder: Path) -> ArticleFile:
    path = folder / article_file.NAME
    return read_toml(path, ArticleFile) if path.exists() else ArticleFile()


def _read_versions(folder: Path, findings: list[FileFinding]) -> Iterator[Version]:
    for language, paths in _language_files(folder, findings).items():
        if len(paths) > 1:
            names = " and ".join(path.name for path in paths)
            message = f"{names} are both {language}; nothing says which to take"
            findings.extend(
                FileFinding(path, 0, 0, "refused", "duplicate-language", message) for path in paths
            )
            continue
        try:
            yield _read_version(language, paths[0], findings)
        except Refusal as refusal:
            findings.append(refused(paths[0], refusal))


def _language_files(folder: Path, findings: list[FileFinding]) -> dict[str, list[Path]]:
    files: dict[str, list[Path]] = {}
    for path in sorted(folder.iterdir()):
        if not _is_text(path):
            continue
        try:
            files.setdefault(parse_language_tag(path.stem), []).append(path)
        except Refusal as refusal:
            findings.append(refused(path, refusal))
    return files


def _read_version(language: str, path: Path, findings: list[FileFinding]) -> Version:
    if not path.is_file():
        raise Refusal("not-readable", "not a file")
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Refusal("not-readable", error.strerror or str(error)) from error
    parsed = parse(raw, language)
    findings.extend(noticed(path, finding) for finding in parsed.findings)
    return Version(language, path, sha256(raw).hexdigest(), parsed.story)


def _assume_source(folder: Path, versions: Sequence[Version], default: str) -> AssumedSource | None:
    languages = sorted(version.language for version in versions)
    if not languages:
        return None
    if len(languages) == 1:
        source, why = languages[0], "it is the only one"
    elif default in languages:
        source, why = default, "it is the site's default"
    else:
        source, why = languages[0], "it is the first by name"
    message = f"no {article_file.NAME} says which language is the original; taken as {source}: {why}"
    return AssumedSource(source, FileFinding(folder, 0, 0, "info", "source-language-assumed", message))
