"""Segments of the article that the project ships, and of texts made up line by line."""

from collections.abc import Iterator

from app.newswire.parsing import parse
from app.newswire.story import Figure
from app.parallel.segments import Kind, Segment, segments_of
from tests.conftest import OTTAWA, REPOSITORY


def ottawa_segments(language: str) -> list[Segment]:
    return list(_ottawa(language))


def _ottawa(language: str) -> Iterator[Segment]:
    story = parse((REPOSITORY / "data" / OTTAWA / f"{language}.txt").read_bytes(), language).story
    yield from segments_of("headline", "headline", story.headline, language)
    yield from segments_of("lead", "lead", story.lead or "", language)
    shown = {entry.picture for entry in story.body if isinstance(entry, Figure)}
    for number, picture in enumerate(story.pictures):
        if number not in shown:
            yield from segments_of(f"picture{number}", "caption", picture.caption, language)
    for number, entry in enumerate(story.body):
        if isinstance(entry, Figure):
            caption = story.pictures[entry.picture].caption
            yield from segments_of(f"picture{entry.picture}", "caption", caption, language)
        else:
            yield from segments_of(f"b{number}", entry.type, entry.text, language)


def lines(*texts: str, kind: Kind = "paragraph") -> list[Segment]:
    return [
        Segment(f"{kind}{number}.1", f"{kind}{number}", kind, 0, len(text), text)
        for number, text in enumerate(texts)
    ]
