"""What a folder says is a machine's does not take the place of what a human has written."""

from dataclasses import replace
from pathlib import Path

from app.commands.align_submission import story_side
from app.database.engine import Database
from app.database.session import ReadSession
from app.errors import Refusal
from app.exchange.text_origins import HUMAN, MACHINE
from app.intake.article_folder import Submission, Version
from app.intake.finding import FileFinding, refused
from app.models import Translation
from app.queries.revisions import find_translation, get_current_revision
from app.queries.text_origins import get_text_origins


def refuse_machine_text(database: Database, submission: Submission) -> Submission:
    """Without the versions that would do so, and with a finding for each."""
    machines = [each for each in submission.versions if submission.file.origin.get(each.language) == MACHINE]
    if not machines:
        return submission
    with database.read() as session:
        found = {
            version.path: _refusal(version.path, lost)
            for version in machines
            if (lost := _first_human_text_lost(session, submission.id, version))
        }
    versions = [each for each in submission.versions if each.path not in found]
    return replace(submission, versions=versions, findings=[*submission.findings, *found.values()])


def _first_human_text_lost(session: ReadSession, article_id: str, version: Version) -> str | None:
    translation = find_translation(session, article_id, version.language)
    if translation is None or _is_current(session, translation, version):
        return None
    side = story_side(version.language, version.story)
    said = {segment.text for segment in side.segments()} | set(side.credits.values())
    origins = get_text_origins(session, translation.id, translation.language)
    return next((text for text, origin in origins.items() if origin == HUMAN and text not in said), None)


def _is_current(session: ReadSession, translation: Translation, version: Version) -> bool:
    """The file that was taken before, whatever was edited since, brings nothing."""
    return get_current_revision(session, translation).content_hash == version.content_hash


def _refusal(path: Path, lost: str) -> FileFinding:
    message = f"[origin] says that this is a machine's text, and it lacks what a human has written: {lost!r}"
    return refused(path, Refusal("machine-origin", message))
