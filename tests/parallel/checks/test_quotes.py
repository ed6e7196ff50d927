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
        ('He said "as long as it takes".', 'הוא אמר "כמה שצריך" בצה"ל.'),
        ('He left, as he was "in a really dark place."', "Hij ging omdat hij diep in de put zat.'"),
        ('"It is late but I will stay here," he said.', "– Késő van, de itt maradok – mondta."),
        ('"It is late but I will stay here," he said.', "Уже поздно, но я останусь, — сказал он."),
        ('"It is late but I will stay here," he said.', "–"),
        ("", ""),
        ("a 6'6\" forward", "ein 1,98 m großer Stürmer"),
    ],
)
def test_quotations_of_both_are_no_finding(source: str, target: str) -> None:
    assert list(quote_findings(source, target)) == []


@pytest.mark.parametrize(
    ("source", "target", "code", "side"),
    [
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
