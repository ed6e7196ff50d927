from collections.abc import Sequence

import pytest

from app.parallel.checks.running_quotes import find_running_quotes
from app.parallel.segments import segments_of
from tests.parallel.checks.segments import check_one_by_one


def codes(source: Sequence[str], target: Sequence[str], language: str = "de") -> list[str]:
    return [each.finding.code for each in check_one_by_one(source, target, language)]


def marks(*paragraphs: str) -> set[tuple[str, int]]:
    segments = [
        segment
        for number, text in enumerate(paragraphs)
        for segment in segments_of(f"b{number}", "paragraph", text, "en")
    ]
    return set(find_running_quotes(segments).marks)


def test_a_quotation_that_a_translation_closes_in_each_paragraph_is_no_finding() -> None:
    source = ['She said: "We went into the game.', "We could have won it.", 'A draw was right for us."']
    target = ["Sie sagte: „Wir gingen ins Spiel.“", "„Wir konnten es gewinnen.“", "„Ein Remis war gerecht.“"]
    assert codes(source, target) == []


def test_a_translation_may_make_one_quotation_of_two() -> None:
    source = ['"We went into the game," she said.', '"A draw was the right thing for us."']
    target = ["„Wir gingen ins Spiel, sagte sie.", "Ein Remis war das Richtige für uns.“"]
    assert codes(source, target) == []


def test_a_lost_mark_is_told_beside_a_whole_quotation() -> None:
    source = ['"We went into the game," she said.', '"A draw was right for us."', 'They said "no".']
    target = ["„Wir gingen ins Spiel, sagte sie.", "„Ein Remis war gerecht.“", "Sie sagten „nein“."]
    assert codes(source, target) == ["unbalanced-quotes"]


def test_a_lost_mark_is_told_before_a_quotation_that_runs_on() -> None:
    source = ['"We did great," he said.', '"We were close to a war.', 'Now all is well."']
    target = ["„Wir waren gut, sagte er.", "„Wir standen vor einem Krieg.", "Jetzt ist alles gut.“"]
    assert codes(source, target) == ["unbalanced-quotes"]
    assert codes(target, source, "en") == ["unbalanced-quotes"]


def test_each_paragraph_of_a_quotation_may_open_with_a_mark_where_the_source_runs_on_too() -> None:
    source = ['He said: "We did great.', "We were close to a war.", 'Now all is well."']
    target = ["Er sagte: „Wir waren gut.", "„Wir standen vor einem Krieg.", "Jetzt ist alles gut.“"]
    assert codes(source, target) == []


def test_what_stands_inside_a_running_quotation_needs_no_marks_of_its_own() -> None:
    source = ['"We went into the game," she said.', '"We could have won it all the same."', '"So it was."']
    target = ["Sie sagte: „Wir gingen ins Spiel.", "Wir hätten es trotzdem gewinnen können.", "So war es.“"]
    assert "missing-quotes" not in codes(source, target)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("„Es ist spät.", "Wir gehen“, sagte er."),
        ("«Поздно, — сказал он.", "— Мы идём»."),
        ("「もう遅い。", "行こう」と言った。"),
        ("”Det är sent.", "Vi går”, sade han."),
        ('"Late.', '"Later.', 'We go," he said.'),
        ('"Was it late?', 'He said, "it was.""'),
        ("某人说：“很晚了。", "我们走吧”，他说。"),
    ],
)
def test_marks_in_any_language_find_their_partner_further_on(paragraphs: tuple[str, ...]) -> None:
    blocks = {block for block, _ in marks(*paragraphs)}
    assert {"b0", f"b{len(paragraphs) - 1}"} <= blocks


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("„Es ist spät.", "Wir gehen „jetzt“ heim.", "Das ist gut“, sagte er."),
        ("„Es war „spät“, sagte er.", "Wir gehen“, sagte er."),
        ("Es ist spät“, sagte er.", "„Wir gehen."),
        ("„Es ist spät.", *["Wir gehen."] * 7, "Das ist gut“, sagte er."),
    ],
)
def test_marks_that_each_lost_their_own_partner_are_none(paragraphs: tuple[str, ...]) -> None:
    assert marks(*paragraphs) == set()
