from typing import Literal

from pydantic import Field

from app.parallel.outdated_segments import OutdatedSegment
from app.representations.alignment import SegmentDocument, segment_document
from app.representations.document import Document, ListDocument


class ChangeDocument(Document):
    """A segment of the original that says something else than it did when the version was made."""

    type: Literal["added", "removed", "changed"] = Field(
        description="What was done to the original. Minor edits, and what only stands elsewhere, are none.",
        examples=["changed"],
    )
    before: SegmentDocument | None = Field(
        description="What the version was made from, with its place then; null where it is added."
    )
    after: SegmentDocument | None = Field(
        description="What stands in the original now; null where it is removed. A caption changes with its "
        "credit, too; `block` may also be `dateline`."
    )
    translation: list[SegmentDocument] = Field(
        description="The segments of this version that translate what stood there before."
    )


class ChangeList(ListDocument[ChangeDocument]):
    """What has changed in the original since a version was made, in the original's order."""


def change_document(segment: OutdatedSegment) -> ChangeDocument:
    old, new = segment.change.old, segment.change.new
    return ChangeDocument(
        type=segment.change.type,
        before=segment_document(old) if old else None,
        after=segment_document(new) if new else None,
        translation=[segment_document(each) for each in segment.target],
    )
