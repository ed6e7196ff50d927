from app.language.locale import find_locale


def test_a_language_keeps_its_own_months_once_another_was_asked_for() -> None:
    names = {}
    for tag in ("he", "zh-Hans", "ja", "nl", "tr"):
        locale = find_locale(tag)
        assert locale is not None
        names[tag] = locale.months["stand-alone"]["wide"][1], locale.days["stand-alone"]["wide"][0]
    assert names["nl"] == ("januari", "maandag")
    assert names["tr"] == ("Ocak", "Pazartesi")
    assert names["he"][0] == "ינואר"


def test_a_tag_that_cldr_does_not_know_has_no_locale() -> None:
    assert find_locale("x-klingon") is None
    assert find_locale("tlh") is None
