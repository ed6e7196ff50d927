"""The tables of README.md that are made from the code: ``cog -r README.md`` writes them anew."""

from collections.abc import Iterable, Mapping, Sequence

from app.intake import finding
from app.main import create_app
from app.newswire import findings as newswire
from app.representations.problem import problem_types
from app.settings import Settings
from app.texts.text import Text


def endpoints() -> str:
    paths = create_app(Settings()).openapi()["paths"]
    rows = [
        (f"`{path}`", operation["description"].split("\n\n")[0].replace("\n", " "))
        for path, operations in paths.items()
        for operation in operations.values()
    ]
    return _table(("address", "what"), rows)


def settings() -> str:
    rows = [
        (f"`DRAGOMAN_{name.upper()}`", f"`{field.default}`", str(field.description))
        for name, field in Settings.model_fields.items()
    ]
    return _table(("variable", "default", "what"), rows)


def findings() -> str:
    kinds = {**finding.MEANINGS, **newswire.MEANINGS}
    return _meanings({code: kind.meaning for code, kind in kinds.items()})


def refusals() -> str:
    return _meanings(finding.REFUSALS)


def problems() -> str:
    rows = [(f"`{p.code}`", str(p.status), p.title) for p in problem_types().values()]
    return _table(("code", "status", "what"), rows)


def _meanings(meanings: Mapping[str, Text]) -> str:
    return _table(
        ("code", "what"), [(f"`{code}`", str(meaning)) for code, meaning in sorted(meanings.items())]
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
