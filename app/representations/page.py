"""What all pages for readers share: how templates are filled in, their style, and what a browser may load."""

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from app.language.direction import Direction
from app.representations.interface_words import interface_words
from app.representations.language_name import language_name
from app.representations.written_date import written_date

_STYLE = files("app.representations").joinpath("templates/style.css").read_text(encoding="utf-8")
_STYLE_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()

CONTENT_SECURITY_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

# Jinja escapes nothing unless it is told to.
_TEMPLATES = Environment(
    loader=PackageLoader("app.representations"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    auto_reload=False,
)
_TEMPLATES.globals.update(
    style=Markup(_STYLE),  # noqa: S704  # our own file
    language_name=language_name,
    written_date=written_date,
)


def render_page(template: str, *, language: str, direction: Direction, **values: object) -> str:
    page = {"language": language, "direction": direction, "words": interface_words(language)}
    return _TEMPLATES.get_template(template).render(**page, **values)
