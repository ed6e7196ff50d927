from app.parallel.alignment import align
from app.parallel.borders import OF_LOST_BORDER, border_evidence
from app.parallel.segments import Segment, segments_of
from tests.parallel.texts import lines


def paragraphs(language: str, *texts: str) -> list[Segment]:
    return [
        segment
        for number, text in enumerate(texts)
        for segment in segments_of(f"b{number}", "paragraph", " ".join(text.split()), language)
    ]


def test_sentences_of_two_paragraphs_are_hardly_ever_one_in_the_other_text() -> None:
    source = paragraphs("en", "It rained. We left.", "They stayed.")
    target = paragraphs("de", "Es regnete. Wir gingen.", "Sie blieben.")
    assert border_evidence(source, target, (2, 1)).tolist() == [[0] * 3, [OF_LOST_BORDER] * 3]
    assert border_evidence(source, target, (2, 2)).tolist() == [[0, OF_LOST_BORDER], [OF_LOST_BORDER, 0]]


def test_whole_paragraphs_are_joined_freely() -> None:
    source, target = lines("It rained. We left.", "They stayed."), lines("Es regnete.")
    assert not border_evidence(source, target, (2, 1)).any()


ENGLISH = (
    """A fire destroyed a warehouse in the harbour of Rotterdam on Tuesday evening. Nobody was hurt, but 35
    people had to leave their homes.""",
    """The fire started at about 7:45 p.m. in a hall of 12,500 square metres. Around 120 firefighters
    worked until four in the morning.""",
    """The owner, Pieter van Dalen, said that paper and furniture worth 2.5 million euros had been stored
    in the building. "We have lost everything," he said.""",
)
GERMAN = (
    """Ein Feuer hat am Dienstagabend ein Lagerhaus im Hafen von Rotterdam zerstört. Verletzt wurde
    niemand, aber 35 Menschen mussten ihre Häuser verlassen.""",
    """Das Feuer brach gegen 19.45 Uhr in einer Halle von 12.500 Quadratmetern aus. Rund 120 Feuerwehrleute
    arbeiteten bis vier Uhr morgens.""",
    """Der Eigentümer, Pieter van Dalen, sagte, in dem Gebäude seien Papier und Möbel im Wert von 2,5
    Millionen Euro gelagert gewesen. „Wir haben alles verloren“, sagte er.""",
)


def test_a_paragraph_left_out_of_a_short_text_is_missing_sentence_by_sentence() -> None:
    source = paragraphs("en", *ENGLISH)
    for place in range(3):
        left = [text for number, text in enumerate(GERMAN) if number != place]
        pairs = align(source, paragraphs("de", *left), "en", "de")
        gone = [segment.block for pair in pairs if pair.type == "missing" for segment in pair.source]
        assert gone == [f"b{place}"] * 2
        assert sorted(pair.type for pair in pairs) == ["1-1"] * 4 + ["missing"] * 2
