"""What of an article is to be translated into a language, and what is already."""

from collections.abc import Callable, Mapping

from sqlmodel import Session

from app.exchange.units import REMOVED, ArticleUnits, Unit, units_of
from app.queries.original_beside import OriginalBeside, lay_original_beside
from app.queries.parallel_texts import terms_of
from app.queries.text_origins import list_machine_made


def find_units(
    session: Session, article_id: str, language: str, is_wanted: Callable[[Unit], bool]
) -> ArticleUnits | None:
    """None where there is nothing to translate from; ``units`` are those wanted. Raises AlignmentMissing."""
    found = lay_original_beside(session, article_id, language)
    if found is None:
        return None
    machine_made = list_machine_made(session, found.version) if found.version else ()
    everything = list(units_of(found.source, found.target, found.pairs, found.outdated, machine_made))
    units = [unit for unit in everything if is_wanted(unit)]
    shortened = {unit.block for unit in everything if not is_wanted(unit)}
    return ArticleUnits(
        article_id,
        found.source.language,
        language,
        found.original.number,
        found.version.number if found.version else 0,
        _facts(found),
        {block: text for block, text in found.source.texts.items() if block in shortened},
        units,
    )


def _facts(found: OriginalBeside) -> Mapping[str, str]:
    article, source = found.record.article, found.record.source
    published = {"published-at": article.published_at} if article.published_at else {}
    terms = {f"source-{name}": value for name, value in terms_of(source).items()}
    gone = "\n".join(
        each.change.old.text for each in found.outdated if each.change.old and not each.change.new
    )
    removed = {REMOVED: gone} if gone else {}
    return {"headline": found.original.headline, **published, **terms, **removed}
