import pytest

from app.parallel.checks.quotes import quote_findings


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ('"It is late," he said.', "„Es ist spät“, sagte er."),
        ('"It is late," he said.', "”Det är sent”, sade han."),
        ('"It is late," he said.', "「遅い」と彼は言った。"),
        ('"It is late,” he said.', '„Es ist spät", sagte er.'),
        ('He said "as long as it (“a pen") takes".', '"Hij", zei “die "pen" zoekt”.'),
        ('He said: "It is late. And', "Er sagte: „Es ist spät. Und"),
        ('and it goes on."', "und es geht weiter.“"),
        ('"It is late," he said.', "– Késő van – mondta."),
        ('"Here I stand," she said.', "„Itt állok – mondta."),
        ('the "Toyota" plant', "завод «Тойота»"),
        ("the Toyota plant", "завод «Тойота»"),
        ('He said "as long as it takes to win".', "Hij zei ‘zo lang als nodig is’."),
        ("Hij zei ‘zo lang als nodig is’.", 'He said "as long as it takes to win".'),
        ("de film ‘Het grote huis’", "the film The Great House"),
        ('He said "as long as it takes".', 'הוא אמר "כמה שצריך" בצה"ל.'),
        ('He left, as he was "in a really dark place."', "Hij ging omdat hij diep in de put zat.'"),
        ('"It is late but I will stay here," he said.', "– Késő van, de itt maradok – mondta."),
        ('"It is late but I will stay here," he said.', "Уже поздно, но я останусь, — сказал он."),
        ('"It is late but I will stay here," he said.', "–"),
        ('"It is late but good," he said, "and I will stay."', "„Spät, aber gut, und ich bleibe“, sagte er."),
        ('"He said "because he makes me laugh out" loud," she told.', '"Weil er mich lachen macht", so sie.'),
        ("他制定了“下一代人工智能发展国家计划”。", "彼は次世代人工知能発展国家計画を定めた。"),
        ("（« un épais vêtement d’orgueil », dit-il)", '("a garment thick with hubris," he said)'),
        ("", ""),
        ("a 6'6\" forward", "ein 1,98 m großer Stürmer"),
    ],
)
def test_quotations_of_both_are_no_finding(source: str, target: str) -> None:
    assert list(quote_findings(source, target)) == []


@pytest.mark.parametrize(
    ("source", "target", "code", "side"),
    [
        (
            "‘Het is nog lang niet te laat’, zei hij.",
            "It is far from too late, he said.",
            "missing-quotes",
            "target",
        ),
        (
            "‘Het is nog lang niet te laat’, zei hij.",
            "“It is far from too late, he said.",
            "unbalanced-quotes",
            "target",
        ),
        ('"It is late," he said.', "„Es ist spät, sagte er.", "unbalanced-quotes", "target"),
        ('"It is late," he said.', "Es ist spät”, sagte er.", "unbalanced-quotes", "target"),
        ('"It is late,” he said.', "„Es ist spät, sagte er.", "unbalanced-quotes", "target"),
        ('"It is late, he said.', "„Es ist spät“, sagte er.", "unbalanced-quotes", "source"),
        (
            'It was "not what I had hoped for at all".',
            "Es war nicht, was er erhofft hatte.",
            "missing-quotes",
            "target",
        ),
        (
            'It was "not what I had hoped for at all”.',
            "Es war nicht, was er erhofft hatte.",
            "missing-quotes",
            "target",
        ),
        (
            "It was not what he had hoped for.",
            "Es war „nicht, was ich mir erhofft hatte“.",
            "missing-quotes",
            "source",
        ),
    ],
)
def test_a_lost_mark_or_quotation_is_found(source: str, target: str, code: str, side: str) -> None:
    (finding,) = quote_findings(source, target)
    assert (finding.code, finding.evidence["side"]) == (code, side)
    assert finding.source_spans or finding.target_spans


BOTH = '"It is late but I will stay here," he said, and then: "My house is not far away from here."'
GERMAN = "„Es ist spät, aber ich bleibe hier“, sagte er, und dann: „Mein Haus ist nicht weit weg.“"


@pytest.mark.parametrize(
    ("lost", "code"),
    [
        ((0, 1), "missing-quotes"),
        ((2, 3), "missing-quotes"),
        ((0, 1, 2), "unbalanced-quotes"),
        ((0, 1, 3), "unbalanced-quotes"),
        ((0, 2, 3), "unbalanced-quotes"),
        ((1, 2, 3), "unbalanced-quotes"),
        ((0, 2), "unbalanced-quotes"),
        ((1, 3), "unbalanced-quotes"),
        ((0, 3), "unbalanced-quotes"),
        ((0, 1, 2, 3), "missing-quotes"),
    ],
)
def test_marks_lost_beside_another_quotation_are_found(lost: tuple[int, ...], code: str) -> None:
    marks = [place for place, letter in enumerate(GERMAN) if letter in "„“"]
    gone = {marks[index] for index in lost}
    german = "".join(letter for place, letter in enumerate(GERMAN) if place not in gone)
    (finding,) = quote_findings(BOTH, german)
    assert (finding.code, finding.evidence["side"]) == (code, "target")


def test_of_two_quotations_the_one_that_stands_elsewhere_is_told() -> None:
    (finding,) = quote_findings(BOTH, GERMAN.replace("„Mein", "Mein").replace("weg.“", "weg."))
    assert [BOTH[span.start :][:9] for span in finding.source_spans] == ['"My house']


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "大臣は「来月には船が来るので、市民はみな喜んでいる」と話した。",
            "部长说，下个月船就要来了，市民们都很高兴。",
        ),
        (
            "大臣は来月には船が来るので、市民はみな喜んでいると話した。",
            "部长说：“下个月船就要来了，市民们都很高兴。”",
        ),
    ],
)
def test_a_quotation_lost_between_japanese_and_chinese_is_found(source: str, target: str) -> None:
    (finding,) = quote_findings(source, target)
    assert finding.code == "missing-quotes"


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('Smith wrote "we will rebuild it" and later "we pay for it".', 2),
        ('Smith wrote "we will rebuild it" and later "so be it".', 2),
        ('Smith wrote "it" and later "we pay for it".', 0),
        ('Smith saw "Johnny English" and "Johnny English Reborn" on Monday.', 0),
    ],
)
def test_two_short_quotations_that_both_lost_their_marks_are_told(source: str, count: int) -> None:
    found = list(quote_findings(source, source.replace('"', "")))
    assert [len(each.source_spans) for each in found] == [count] * bool(count)
