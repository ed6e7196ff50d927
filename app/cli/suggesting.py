"""What ``people`` and ``places`` have in common: lists of proposed names, and decisions on them."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any, Literal

import typer

from app.cli.progress import progress_bar
from app.cli.telling import Telling
from app.commands import decide_proposals
from app.commands.decide_proposals import Decision, OtherName
from app.commands.propose_names import scan_articles
from app.database.engine import Database
from app.database.migrations import open_database
from app.database.session import WriteSession
from app.errors import Refusal
from app.gazetteer.discovery.program import program
from app.intake.entity_file import term_language, usable_id
from app.models import Article
from app.queries.proposals import EvidencedProposal, count_unscanned_articles, list_proposals
from app.settings import load_settings

Number = Annotated[
    int,
    typer.Argument(metavar="PROPOSAL", min=1, max=2**63 - 1, help="The number that `suggest` shows."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]
Limit = Annotated[int, typer.Option(min=1, max=1000, help="How many to list.")]
OfArticle = Annotated[str | None, typer.Option("--article", metavar="ID", help="Only those in this article.")]
WithUnknown = Annotated[bool, typer.Option("--unknown", help="Also names of which nothing more is known.")]
WithScan = Annotated[
    bool, typer.Option("--scan", help="First search the articles that this program has not searched yet.")
]
NewId = Annotated[
    str | None,
    typer.Option("--id", metavar="ID", help="The id to have; without it, one is made of the name."),
]
Labels = Annotated[
    list[str] | None,
    typer.Option("--label", metavar="LANGUAGE=TEXT", help="What it is called there, without a case ending."),
]
AsMisspellingOf = Annotated[
    str | None, typer.Option(metavar="ID", help="The name is a misspelling of somebody's or something known.")
]
AsAliasOf = Annotated[
    str | None, typer.Option(metavar="ID", help="The name is another name of somebody or something known.")
]


def show_proposals(
    kind: Literal["person", "place"],
    *,
    limit: int,
    article: str | None,
    unknown: bool,
    scan: bool,
    as_json: bool,
) -> None:
    with _database() as database:
        if scan:
            _scan(database)
        kinds = (kind, "unknown") if unknown else (kind,)
        with database.read() as session:
            if article is not None and session.get(Article, article) is None:
                raise Refusal("no-such-article", f"there is no article {article!r}")
            proposals = list_proposals(session, kinds, article_id=article, limit=limit)
            for proposal in proposals:
                typer.echo(json.dumps(_object(proposal)) if as_json else "\n".join(_lines(proposal)))
    if not proposals and not as_json:
        typer.echo("nothing is proposed")


def decide(accept: Callable[[WriteSession], Decision]) -> None:
    with _database() as database:
        with database.write() as session:
            decision = accept(session)
        names = ", ".join(f"{language} {text}" for language, text in decision.labels.items())
        typer.echo(f"{decision.entity_id}: {names}; language versions that name it: {decision.named_in}")
        for language in decision.as_in_texts:
            label = decision.labels[language]
            typer.echo(f"{language} {label}: as it stands in a text, perhaps with a case ending")
        typer.echo("other articles are searched for the name by: dragoman reindex")
        Telling(database).to_the_end()


def reject_proposal(number: int) -> None:
    with _database() as database, database.write() as session:
        rejected = decide_proposals.reject(session, number)
        typer.echo(f"rejected: {', '.join(dict.fromkeys(rejected.labels.values()))}")


def labels_by_language(labels: list[str] | None) -> dict[str, str]:
    parts = [label.partition("=") for label in labels or ()]
    if not all(text.strip() for _, _, text in parts):
        raise typer.BadParameter("give it as nl=Bagdad", param_hint="--label")
    try:
        return {term_language(language): text.strip() for language, _, text in parts}
    except Refusal as error:
        raise typer.BadParameter(error.message, param_hint="--label") from error


def other_name(
    new_id: str | None, as_misspelling_of: str | None, as_alias_of: str | None
) -> tuple[str, OtherName] | None:
    """Whose other name it is, and of which kind."""
    if new_id is not None:
        _check_id(new_id)
    if sum(given is not None for given in (new_id, as_misspelling_of, as_alias_of)) > 1:
        raise typer.BadParameter("of --id, --as-misspelling-of and --as-alias-of give one")
    if as_misspelling_of is not None:
        return as_misspelling_of, "misspelling"
    return (as_alias_of, "alias") if as_alias_of is not None else None


def _check_id(new_id: str) -> None:
    try:
        usable_id(new_id)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--id") from error


@contextmanager
def _database() -> Iterator[Database]:
    database = open_database(load_settings())
    try:
        yield database
    finally:
        database.close()


def _scan(database: Database) -> None:
    done = 0
    try:
        with database.read() as session:
            waiting = count_unscanned_articles(session, program())
        with progress_bar() as progress:
            task = progress.add_task("searching", total=waiting)
            for articles in scan_articles(database):
                done += articles
                progress.advance(task, articles)
    except KeyboardInterrupt:
        typer.echo(f"dragoman: interrupted after {done} articles; run it again to go on", err=True)
        raise


def _lines(evidenced: EvidencedProposal) -> Iterator[str]:
    labels: dict[str, list[str]] = {}
    for language, label in evidenced.labels.items():
        labels.setdefault(label, []).append(language)
    names = " | ".join(f"{label} ({', '.join(languages)})" for label, languages in labels.items())
    yield f"{evidenced.proposal.id}  {names}"
    yield f"    {evidenced.proposal.kind}: {'; '.join(_reasons(evidenced))}"
    for near in evidenced.near:
        yield f"    did you mean: {near.name} ({near.person_id}, {near.nearness:.2f})"
    for seen in evidenced.seen:
        sighting = seen.sighting
        yield (
            f"    {seen.article_id} {seen.language} {sighting.block} "
            f"{sighting.start}-{sighting.end} {sighting.surface}"
        )


def _reasons(evidenced: EvidencedProposal) -> Iterator[str]:
    articles, languages = len(evidenced.articles), len(evidenced.labels)
    yield f"in {languages} languages alike, in {articles} article{'s' if articles > 1 else ''}"
    if evidenced.roles:
        yield f"beside {', '.join(evidenced.roles)}"
    if parts := sorted({seen.sighting.surface for seen in evidenced.seen if seen.sighting.reason == "part"}):
        yield f"in part as {', '.join(parts)}"


def _object(evidenced: EvidencedProposal) -> dict[str, Any]:
    return {
        "proposal": evidenced.proposal.id,
        "kind": evidenced.proposal.kind,
        "labels": evidenced.labels,
        "articles": evidenced.articles,
        "roles": evidenced.roles,
        "did_you_mean": [
            {"id": near.person_id, "name": near.name, "nearness": near.nearness} for near in evidenced.near
        ],
        "evidence": [
            {
                "article": seen.article_id,
                "language": seen.language,
                **seen.sighting.model_dump(include={"block", "start", "end", "surface", "role", "reason"}),
            }
            for seen in evidenced.seen
        ],
    }
