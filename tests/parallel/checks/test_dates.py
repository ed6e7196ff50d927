import pytest

from app.parallel.checks.dates import date_findings
from app.parallel.checks.finding import Finding


def found(source: str, target: str, languages: str) -> list[Finding]:
    source_language, target_language = languages.split()
    return list(date_findings(source, target, source_language, target_language))


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en nl", "on Thursday", "donderdag"),
        ("en ru", "on Saturday", "в субботу"),
        ("en uk", "on Friday", "у п’ятницю"),
        ("en pl", "on Wednesday", "w środę"),
        ("en cs", "last Friday", "minulý pátek, v pátku"),
        ("en hu", "on Monday", "hétfőn"),
        ("en de", "on Saturday", "am Sonnabend"),
        ("en ja", "on Friday (local time)", "金曜（現地時間）"),
        ("en zh-Hans", "on Sunday", "周日"),
        ("en ar", "on Saturday", "يوم السبت"),
        ("en he", "on Tuesday", "ביום שלישי"),
        ("en fa", "on Thursday", "پنج شنبه"),
        ("en pt-BR", "on Monday and Tuesday", "na segunda e na terça-feira"),
        ("en fi", "December 6", "6.12."),
        ("en fr", "December 6", "le 6/12"),
        ("en zh-Hans", "in July 2017", "2017 年 7 月"),
        ("en ar", "in June", "في حزيران"),
        ("en hi", "on May 30", "30 मई"),
        ("en ru", "in June", "в июне"),
        ("en nl", "watching Saturday Night Live", "die naar een satireprogramma keek"),
        ("en nl", "the sales of Black Friday", "de uitverkoop van Black Friday"),
        ("en nl", "their song Friday is out", "hun nummer ‘Friday’ is uit"),
        ("en nl", "Prime Minister May will march", "premier May zal marcheren"),
        ("en nl", "the Guardian said", "de Guardian zei dinsdag"),
        ("en hu", "in May", "májusban"),
        ("en hu", "in July", "a júliusi adatok"),
        ("en tr", "in May", "mayısta"),
        ("en tr", "in December", "aralıktaki"),
        ("en ru", "in May", "в майские дни"),
        ("en uk", "in May", "у травні"),
        ("en pl", "in November", "w listopadzie"),
        ("en cs", "in June", "červnové volby"),
        ("en bg", "in May", "майските празници"),
        ("en bg", "in March", "през март"),
        ("en el", "in May", "τον Μάιο"),
        ("en el", "in January", "του Ιανουαρίου"),
        ("en fa", "in May", "در ماه مه"),
        ("en he", "in May", "במאי"),
        ("en hi", "in May", "मई में"),
        ("en hr", "in September", "u rujnu"),
        ("en hr", "in November", "u studenom"),
        ("en hr", "in August", "kolovozom"),
        ("en sl", "in March", "v začetku marca"),
        ("en sl", "in October", "oktobrske volitve"),
        ("en sl", "in June", "junija"),
        ("en sr", "in September", "крајем септембра"),
        ("en sr-Latn", "in October", "oktobarske"),
        ("en sr-Latn", "in May", "u maju"),
        ("en vi", "in May", "trong tháng năm"),
        ("en fi", "in August", "elokuisessa"),
        ("en de", "the October vote", "die Oktoberwahl"),
        ("en nl", "ready by May", "half mei klaar"),
        ("nl en", "in mei", "by mid-May"),
        ("nl en", "in mei", "on 5 may"),
        ("nl en", "op zaterdag", "Open Sat and Sun"),
        ("en sr-Cyrl", "in June", "у jуну"),  # with a Latin letter that looks like a Cyrillic one
        ("en ru", "on Saturday", "в cуббoту"),
    ],
)
def test_the_same_day_or_month_is_no_finding(languages: str, source: str, target: str) -> None:
    assert found(source, target, languages) == []


@pytest.mark.parametrize(
    ("languages", "source", "target", "code", "evidence"),
    [
        (
            "nl en",
            "spraken donderdag in Ottawa",
            "spoke in Ottawa",
            "weekday-missing",
            {"source": "donderdag"},
        ),
        (
            "en de",
            "on Saturday",
            "am Sonntag",
            "weekday-missing",
            {"source": "Saturday", "target": "Sonntag"},
        ),
        ("nl en", "Op zaterdag", "They sat down", "weekday-missing", {"source": "zaterdag"}),
        ("nl en", "Op zondag", "in the sun", "weekday-missing", {"source": "zondag"}),
        ("en ja", "On Saturday", "日曜日に", "weekday-missing", {"source": "Saturday", "target": "日曜日"}),
        ("en nl", "in May", "het meisje", "date-missing", {"source": "May"}),
        ("en fr", "in May", "mais le maire", "date-missing", {"source": "May"}),
        ("en de", "in May", "in Mailand", "date-missing", {"source": "May"}),
        ("en hu", "in March", "márka", "date-missing", {"source": "March"}),
        ("en tr", "in June", "hazırlık", "date-missing", {"source": "June"}),
        ("en tr", "in December", "aralarında, ara verdi", "date-missing", {"source": "December"}),
        ("en ru", "in May", "майор", "date-missing", {"source": "May"}),
        ("en uk", "in May", "травма", "date-missing", {"source": "May"}),
        ("en pl", "in May", "mają majątek", "date-missing", {"source": "May"}),
        ("en pl", "in August", "ukazało się", "date-missing", {"source": "August"}),
        ("en cs", "in June", "červený", "date-missing", {"source": "June"}),
        ("en bg", "in May", "майка му", "date-missing", {"source": "May"}),
        ("en el", "in March", "μαρτυρία", "date-missing", {"source": "March"}),
        ("en fa", "in May", "مهم است", "date-missing", {"source": "May"}),
        ("en he", "in May", "מאיר", "date-missing", {"source": "May"}),
        ("en hi", "in June", "जूनियर", "date-missing", {"source": "June"}),
        ("en hr", "in June", "lipa", "date-missing", {"source": "June"}),
        ("en sl", "in May", "majhen", "date-missing", {"source": "May"}),
        ("en sr", "in June", "јунак", "date-missing", {"source": "June"}),
        ("en sr-Latn", "in March", "Martin", "date-missing", {"source": "March"}),
        ("en cs", "in December", "pro mě", "date-missing", {"source": "December"}),
        ("en fi", "in August", "elokuvassa", "date-missing", {"source": "August"}),
        ("nl en", "in mei", "they may come, maybe", "date-missing", {"source": "mei"}),
        (
            "en nl",
            "2.7 per cent in July",
            "2,7 procent in mei",
            "date-missing",
            {"source": "July", "target": "mei"},
        ),
        ("en nl", "in July", "2,7% meer", "date-missing", {"source": "July"}),
        ("en nl", "in July", "2,7 km", "date-missing", {"source": "July"}),
        ("en nl", "in July", "2,7 miljoen", "date-missing", {"source": "July"}),
        ("en fi", "in June", "heinäkuussa", "date-missing", {"source": "June", "target": "heinäkuussa"}),
        ("en ja", "on 29 March", "1月29日", "date-missing", {"source": "March", "target": "1月"}),
        ("ru en", "в пятницу", "yesterday", "weekday-missing", {"source": "пятницу"}),
        ("zh-Hans en", "星期五", "on Monday", "weekday-missing", {"source": "星期五", "target": "Monday"}),
    ],
)
def test_another_day_or_month_or_none_is_found(
    languages: str, source: str, target: str, code: str, evidence: dict[str, str]
) -> None:
    (finding,) = found(source, target, languages)
    assert finding.code == code
    assert finding.evidence == evidence
    (span,) = finding.source_spans
    assert source[span.start : span.end] == evidence["source"]


def test_what_they_have_in_polish_is_no_may() -> None:
    assert found("Stany mają możliwość", "Státy mají možnost", "pl cs") == []


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("vi fr", "giành chiến thắng 5-3 hôm qua", "une victoire 5-3 hier"),
        ("sr-Latn de", "samo nekoliko nedelja nakon toga", "nur wenige Wochen später"),
        ("sv nb", "i september", "i sept."),
        ("fa nl", "در مه غلیظ", "in dichte mist"),
        ("fa nl", "پنج شنبه یک شب بزرگ", "Donderdag is een grote avond"),
        ("sr-Latn de", "najmanje za nedelju dana", "um mindestens eine Woche"),
        ("hi de", "शनिवार की नाईट लाइव में", "bei Saturday Night Live"),
        ("fr nl", "publié le 29 septembre", "op zaterdag verschenen"),
    ],
)
def test_a_word_that_is_nearly_a_month_or_a_week_is_no_date(languages: str, source: str, target: str) -> None:
    assert found(source, target, languages) == []


@pytest.mark.parametrize(
    ("languages", "source", "target", "code"),
    [
        ("vi fr", "vào tháng 5", "en juin", "date-missing"),
        ("vi fr", "vào Thứ Sáu", "samedi", "weekday-missing"),
        ("en de", "at the end of March", "Ende Juli", "date-missing"),
        ("en fr", "by March", "avant juillet", "date-missing"),
        ("sr-Latn de", "u subotu", "am Montag", "weekday-missing"),
        ("hi de", "शनिवार को", "am Sunday um", "weekday-missing"),
        ("fr nl", "le vendredi 29 septembre", "op zaterdag", "weekday-missing"),
    ],
)
def test_months_and_weekdays_that_look_like_other_words_are_found_where_they_stand(
    languages: str, source: str, target: str, code: str
) -> None:
    assert [finding.code for finding in found(source, target, languages)] == [code]


def test_a_weekday_as_its_date_is_no_loss_but_another_weekday_with_a_date_is() -> None:
    assert found("published on Saturday", "publié le 29 septembre", "en fr") == []
    (finding,) = found("published on Saturday", "publié dimanche 29 septembre", "en fr")
    assert finding.evidence == {"source": "Saturday", "target": "dimanche"}


def test_a_weekday_before_a_name_is_no_title_where_weekdays_have_no_capitals() -> None:
    (finding,) = found("Disse na sexta-feira Karine.", "Karine l’a dit.", "pt fr")
    assert finding.evidence == {"source": "sexta-feira"}


@pytest.mark.parametrize(
    ("languages", "source", "target", "count"),
    [
        ("ar fr", "حث السيدة مايو على", "Il a invité Mme May", 0),
        ("ar fr", "قال في مايو", "Il a dit", 1),
        ("ru de", "создать благоприятную среду", "eine gute Umgebung schaffen", 0),
        ("ru de", "в среду он сказал", "er sagte", 1),
    ],
)
def test_a_name_or_an_environment_is_no_date(languages: str, source: str, target: str, count: int) -> None:
    assert len(found(source, target, languages)) == count


def test_a_weekday_named_twice_is_one_finding_with_both_places() -> None:
    (finding,) = found("Friday came; Friday went.", "Il est venu et parti.", "en fr")
    assert [span.start for span in finding.source_spans] == [0, 13]


@pytest.mark.parametrize(
    ("languages", "source", "target", "left"),
    [
        ("en nl", "Police said on Monday", "De politie zei op Monday", "Monday"),
        ("en de", "on Sunday at 11:15", "am Sunday um 11:15", "Sunday"),
        ("en ja", "It opened on Tuesday", "それはTuesdayに開いた", "Tuesday"),
        ("en fr", "It ends in October.", "Cela finit en October.", "October"),
    ],
)
def test_a_day_or_month_that_was_not_translated_is_left_over(
    languages: str, source: str, target: str, left: str
) -> None:
    (finding,) = found(source, target, languages)
    assert finding.code == "leftover-language"
    assert finding.evidence == {"target": left}
    (span,) = finding.target_spans
    assert target[span.start : span.end] == left


@pytest.mark.parametrize(
    ("language", "source", "code"),
    [
        ("pl", "Spotkali się w sierpniu.", "date-missing"),
        ("cs", "Sešli se v srpnu.", "date-missing"),
        ("ru", "Встретились в августе.", "date-missing"),
        ("fi", "He tapasivat elokuussa.", "date-missing"),
        ("hu", "Augusztusban találkoztak.", "date-missing"),
        ("tr", "Bakanlar ağustosta buluştu.", "date-missing"),
        ("pl", "Spotkali się w sobotę.", "weekday-missing"),
        ("cs", "Sešli se v sobotu.", "weekday-missing"),
        ("hu", "Szombaton találkoztak.", "weekday-missing"),
        ("hu", "Szerdán találkoztak.", "weekday-missing"),
        ("tr", "Bakanlar cumartesi günü buluştu.", "weekday-missing"),
    ],
)
def test_months_and_days_are_known_in_the_case_that_says_when(language: str, source: str, code: str) -> None:
    when = "in May" if code == "date-missing" else "on Tuesday"
    right = "in August" if code == "date-missing" else "on Wednesday" if "erdán" in source else "on Saturday"
    assert [each.code for each in date_findings(source, f"They met {when}.", language, "en")] == [code]
    assert list(date_findings(source, f"They met {right}.", language, "en")) == []


@pytest.mark.parametrize(
    ("language", "source"), [("tr", "18-29 yaş aralığındaki gençler, nişanı"), ("cs", "ve středu města")]
)
def test_words_that_look_like_a_case_of_a_month_are_none(language: str, source: str) -> None:
    assert list(date_findings(source, "Nothing of the kind.", language, "en")) == []
