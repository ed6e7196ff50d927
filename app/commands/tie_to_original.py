"""Says of translations which revision of the original they translate."""

from collections.abc import Iterator, Mapping

from sqlalchemy import or_
from sqlmodel import col, select

from app.database.session import WriteSession
from app.models import Article, Revision, Translation
from app.queries.revisions import find_translation, get_current_revision


def tie_to_original(session: WriteSession, article: Article) -> None:
    """A translation stored before its original, or when another was said to be it, translates this one."""
    original = find_translation(session, article.id, article.source_language)
    if original is None:
        return
    session.flush()
    source = get_current_revision(session, original)
    source.translates_id, source.outstanding = None, None
    of_original = select(Revision.id).where(Revision.translation_id == original.id)
    untied = (
        select(Revision)
        .join(Translation, col(Translation.id) == Revision.translation_id)
        .where(
            Translation.article_id == article.id,
            Translation.id != original.id,
            Translation.revision == Revision.number,
            or_(
                col(Revision.translates_id).is_(None),
                col(Revision.translates_id).not_in(of_original),
            ),
        )
    )
    for revision in session.exec(untied):
        revision.translates_id, revision.outstanding = source.id, None


def tie_as_said(session: WriteSession, article: Article, said: Mapping[str, str]) -> list[str]:
    """``said``: by language, how the digest of the original's text begins. The languages that it changes."""
    changed = []
    for language, source_id in _said(session, article, said):
        revision = _current(session, article, language)
        if (revision.translates_id, revision.outstanding) != (source_id, None):
            revision.translates_id, revision.outstanding = source_id, None
            changed.append(language)
    return changed


def list_untied(session: WriteSession, article: Article, said: Mapping[str, str]) -> list[str]:
    """The languages of which what is said cannot be meant."""
    return sorted(set(said) - {language for language, _ in _said(session, article, said)})


def _said(session: WriteSession, article: Article, said: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    original = find_translation(session, article.id, article.source_language)
    for language, digest in said.items():
        translation = find_translation(session, article.id, language)
        if original and translation and translation.id != original.id:
            query = (
                select(Revision.id)
                .where(
                    Revision.translation_id == original.id,
                    col(Revision.content_hash).startswith(digest, autoescape=True),
                )
                .order_by(col(Revision.number).desc())
            )
            if source_id := session.exec(query).first():
                yield language, source_id


def _current(session: WriteSession, article: Article, language: str) -> Revision:
    translation = find_translation(session, article.id, language)
    if translation is None:
        raise LookupError(language)
    return get_current_revision(session, translation)
