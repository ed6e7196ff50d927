"""Stores what a folder says of an article: what is new becomes a revision, what is not stays as it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, count, takewhile
from typing import Any, Literal

from sqlalchemy import insert
from sqlmodel import col, select

from app.commands.align_article import forget_alignments
from app.commands.align_submission import AlignedSubmission, block_key, picture_key
from app.commands.block_keys import KeyedPiece, Piece, assign_keys
from app.commands.follow_original import follow_original, get_current_revisions
from app.commands.link_mentions import link_mentions
from app.commands.purge import note_article
from app.commands.slug import slugify
from app.commands.tie_to_original import list_untied, tie_as_said, tie_to_original
from app.database.session import WriteSession
from app.intake.article_file import ArticleFile, SourceEntry
from app.intake.article_folder import Submission, Version
from app.intake.published_at import moment_of
from app.language.direction import direction
from app.models import Article, Block, Caption, Picture, Revision, Source, Translation
from app.newswire.story import Block as StoryBlock
from app.newswire.story import Figure, Story
from app.parallel.pairs import Pair
from app.queries.names import Names
from app.queries.revisions import (
    find_translation,
    get_current_revision,
    list_article_block_keys,
    list_blocks,
    list_captions,
)

LanguageStatus = Literal["created", "revised", "unchanged"]
ArticleStatus = Literal["created", "updated", "unchanged"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """``has_original``: whether the language that is said to be the original's is stored.

    ``untied`` are languages that are said to translate what is not stored.
    """

    status: ArticleStatus
    languages: dict[str, LanguageStatus]
    has_original: bool
    untied: Sequence[str]


def import_article(
    session: WriteSession,
    submission: Submission,
    names: Names,
    aligned: AlignedSubmission | None,
    now: datetime,
    *,
    minor: bool = False,
) -> Outcome:
    """Needs at least one version; ``now`` is aware. What the folder does not say stays as it was.

    ``aligned`` gets to know which ids the pieces of the texts have here. ``minor``: an editor's word that
    what was translated needs not be translated again.
    """
    article = session.get(Article, submission.id)
    created = article is None
    if article is None:
        assumed = submission.assumed_source.language if submission.assumed_source else ""
        article = Article(
            id=submission.id, source_language=assumed, listed_at=now, created_at=now, updated_at=now
        )
        session.add(article)
    known_source_language = article.source_language
    changed = _describe(session, article, submission.file)
    source_language = article.source_language
    if source_language != known_source_language:
        forget_alignments(session, article.id)
    before = get_current_revisions(session, article)
    original_first = sorted(submission.versions, key=lambda v: (v.language != source_language, v.language))
    languages = {
        version.language: _import_version(session, article, submission.file, version, aligned, now)
        for version in original_first
    }
    if any(status != "unchanged" for status in languages.values()):
        changed = True
        _link(session, article, languages, names)
    changed |= _license_pictures(session, article, submission.file.media.license)
    if changed:
        tie_to_original(session, article)
        follow_original(session, article, before, _pairs(aligned, source_language), minor=minor)
    changed |= bool(tie_as_said(session, article, submission.file.translates))
    if changed:
        article.updated_at = now
        note_article(session, article.id)
    return Outcome(
        "created" if created else "updated" if changed else "unchanged",
        languages,
        find_translation(session, article.id, source_language) is not None,
        list_untied(session, article, submission.file.translates),
    )


def _pairs(aligned: AlignedSubmission | None, source_language: str) -> dict[str, Sequence[Pair]]:
    """The original beside each version that was aligned with it."""
    if aligned is None or aligned.pivot != source_language:
        return {}
    return {tag: side.pairs for tag, side in aligned.stored().items()}


def _describe(session: WriteSession, article: Article, file: ArticleFile) -> bool:
    described: dict[str, Any] = {}
    if file.source_language:
        described["source_language"] = file.source_language
    if file.published_at:
        described["published_at"] = file.published_at
        described["listed_at"] = moment_of(file.published_at)
    if file.source:
        described["source_id"] = _source_id(session, file.source)
    changed = False
    for name, value in described.items():
        if getattr(article, name) != value:
            setattr(article, name, value)
            changed = True
    session.flush()
    return changed


def _source_id(session: WriteSession, entry: SourceEntry) -> int | None:
    known: dict[str, Any] = {
        "name": entry.name,
        "url": entry.url or "",
        "license": entry.license or "",
        "publisher": entry.publisher or "",
    }
    source = session.exec(select(Source).filter_by(**known)).first()
    if source is None:
        source = Source(**known)
        session.add(source)
        session.flush()
    return source.id


def _import_version(
    session: WriteSession,
    article: Article,
    file: ArticleFile,
    version: Version,
    aligned: AlignedSubmission | None,
    now: datetime,
) -> LanguageStatus:
    translation = find_translation(session, article.id, version.language)
    previous = None
    if translation is None:
        translation = _create_translation(session, article, version)
        status: LanguageStatus = "created"
    else:
        previous = get_current_revision(session, translation)
        status = "revised"
    said = file.origin.get(version.language)
    if previous and previous.content_hash == version.content_hash:
        return _say_origin(session, translation, previous, said)
    if previous:
        translation.revision += 1
    translation.origin = said or translation.origin
    revision = _store_revision(session, article, translation, previous, version, aligned, now)
    revision.origin = said or revision.origin
    translation.forget_indexed()
    return status


def _link(
    session: WriteSession, article: Article, imported: Mapping[str, LanguageStatus], names: Names
) -> None:
    """What was aligned by names that other versions no longer have is aligned anew."""
    relinked = link_mentions(session, article.id, names)
    languages = session.exec(select(Translation.language).where(col(Translation.id).in_(relinked)))
    if any(imported.get(language, "unchanged") == "unchanged" for language in languages):
        forget_alignments(session, article.id)


def _say_origin(
    session: WriteSession, translation: Translation, current: Revision, said: str | None
) -> LanguageStatus:
    """Of a file that is stored. What was said of it then says nothing of what was revised since."""
    query = select(Revision).where(Revision.translation_id == translation.id)
    revisions = session.exec(query.order_by(col(Revision.number).desc()))
    *_, brought = takewhile(lambda each: each.content_hash == current.content_hash, revisions)
    if said in (None, brought.origin):
        return "unchanged"
    known, translation.origin, brought.origin = translation.origin, said, said
    return "unchanged" if said == known else "revised"


def _create_translation(session: WriteSession, article: Article, version: Version) -> Translation:
    translation = Translation(
        article_id=article.id,
        language=version.language,
        direction=direction(version.language),
        slug=_free_slug(session, article.id, version),
    )
    session.add(translation)
    session.flush()
    return translation


def _free_slug(session: WriteSession, article_id: str, version: Version) -> str:
    slug = slugify(version.story.headline)
    own = f"{slug}-{slugify(article_id)}".strip("-")
    candidates = chain((slug, own), (f"{own}-{number}" for number in count(2)))
    return next(each for each in candidates if each and _is_free(session, version.language, each))


def _is_free(session: WriteSession, language: str, slug: str) -> bool:
    taken = select(Translation.id).where(Translation.language == language, Translation.slug == slug)
    return session.exec(taken).first() is None


def _store_revision(
    session: WriteSession,
    article: Article,
    translation: Translation,
    previous: Revision | None,
    version: Version,
    aligned: AlignedSubmission | None,
    now: datetime,
) -> Revision:
    original = _original_revision(session, article, version.language)
    story = version.story
    revision = Revision(
        translation_id=translation.id,
        number=translation.revision,
        headline=story.headline,
        lead=story.lead,
        byline=story.byline,
        dateline=story.dateline,
        translates_id=previous.translates_id if previous else original.id if original else None,
        outstanding=previous.outstanding if previous else None,
        content_hash=version.content_hash,
        created_at=now,
    )
    session.add(revision)
    session.flush()
    shared = aligned.shared_keys(version.language) if aligned else {}
    pictures = _store_captions(session, article, revision, previous, shared, story)
    keys = _store_blocks(session, article, revision, previous, shared, story, pictures)
    if aligned:
        own = {picture_key(place): picture.key for place, picture in enumerate(pictures)}
        aligned.keys[version.language] = {**own, **keys}
    return revision


def _original_revision(session: WriteSession, article: Article, language: str) -> Revision | None:
    if language == article.source_language:
        return None
    translation = find_translation(session, article.id, article.source_language)
    return get_current_revision(session, translation) if translation else None


def _store_captions(
    session: WriteSession,
    article: Article,
    revision: Revision,
    previous: Revision | None,
    shared: Mapping[str, str],
    story: Story,
) -> list[Picture]:
    known = {
        picture.key: picture
        for picture in session.exec(select(Picture).where(Picture.article_id == article.id))
    }
    keys = assign_keys(
        [Piece("picture", picture.caption) for picture in story.pictures],
        previous=_keyed_captions(session, previous),
        translated=_by_place(shared, map(picture_key, range(len(story.pictures)))),
        fresh=_fresh_keys("m", set(known)),
    )
    for key in keys:
        if key not in known:
            known[key] = Picture(article_id=article.id, key=key)
            session.add(known[key])
    session.flush()
    pictures = [known[key] for key in keys]
    rows = [
        {
            "revision_id": revision.id,
            "picture_id": picture.id,
            "position": position,
            "text": captioned.caption,
            "printed": captioned.printed,
            "credit": captioned.credit,
        }
        for position, (picture, captioned) in enumerate(zip(pictures, story.pictures, strict=True))
    ]
    if rows:
        session.execute(insert(Caption), rows)
    return pictures


def _store_blocks(
    session: WriteSession,
    article: Article,
    revision: Revision,
    previous: Revision | None,
    shared: Mapping[str, str],
    story: Story,
    pictures: Sequence[Picture],
) -> dict[str, str]:
    """The ids that the blocks have got."""
    texts = {
        block_key(position): element
        for position, element in enumerate(story.body)
        if not isinstance(element, Figure)
    }
    assigned = assign_keys(
        [Piece(block.type, block.text) for block in texts.values()],
        previous=_keyed_blocks(session, previous),
        translated=_by_place(shared, texts),
        fresh=_fresh_keys("b", list_article_block_keys(session, article.id)),
    )
    keys = dict(zip(texts, assigned, strict=True))
    rows = [
        {
            "revision_id": revision.id,
            "position": position,
            **_block_row(element, keys.get(block_key(position), ""), pictures),
        }
        for position, element in enumerate(story.body)
    ]
    if rows:
        session.execute(insert(Block), rows)
    return keys


def _by_place(keys: Mapping[str, str], pieces: Iterable[str]) -> dict[int, str]:
    return {place: keys[piece] for place, piece in enumerate(pieces) if piece in keys}


def _block_row(element: StoryBlock | Figure, key: str, pictures: Sequence[Picture]) -> dict[str, object]:
    if isinstance(element, Figure):
        picture = pictures[element.picture]
        return {
            "key": f"figure-{picture.key}",
            "type": "figure",
            "text": "",
            "speaker": None,
            "picture_id": picture.id,
        }
    return {
        "key": key,
        "type": element.type,
        "text": element.text,
        "speaker": element.speaker,
        "picture_id": None,
    }


def _keyed_blocks(session: WriteSession, revision: Revision | None) -> list[KeyedPiece]:
    if revision is None:
        return []
    blocks = list_blocks(session, revision.id)
    return [KeyedPiece(b.key, Piece(b.type, b.text)) for b in blocks if b.type != "figure"]


def _keyed_captions(session: WriteSession, revision: Revision | None) -> list[KeyedPiece]:
    if revision is None:
        return []
    return [
        KeyedPiece(picture.key, Piece("picture", caption.text))
        for caption, picture in list_captions(session, revision.id)
    ]


def _fresh_keys(prefix: str, taken: set[str]) -> Iterator[str]:
    numbers = [int(key[1:]) for key in taken if key.startswith(prefix) and key[1:].isdecimal()]
    return (f"{prefix}{number}" for number in count(max(numbers, default=0) + 1))


def _license_pictures(session: WriteSession, article: Article, license_: str | None) -> bool:
    if license_ is None:
        return False
    query = select(Picture).where(
        Picture.article_id == article.id, col(Picture.license).is_distinct_from(license_)
    )
    pictures = session.exec(query).all()
    for picture in pictures:
        picture.license = license_
    return bool(pictures)
