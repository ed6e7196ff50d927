import pytest

from app.parallel.checks.finding import Finding
from app.parallel.checks.numbers import number_findings


def found(source: str, target: str, languages: str) -> list[Finding]:
    source_language, target_language = languages.split()
    return list(number_findings(source, target, source_language, target_language))


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("nl en", "Ook zijn 4 Nederlandse F-16’s actief.", "Also four Dutch F-16s are active."),
        ("nl en", "minister en 12 Defensie-collega’s", "the Minister and 12 Defence colleagues"),
        ("en de", "The party lost 21 seats.", "Die Partei verlor einundzwanzig Sitze."),
        ("en nl", "She sold 1.5 million copies.", "Ze verkocht 1,5 miljoen exemplaren."),
        ("en fr", "It cost 1.5 million euros.", "Cela a coûté 1 500 000 euros."),
        ("en zh-Hans", "It cost 1.5 million dollars.", "耗资150万美元。"),
        ("en zh-Hans", "More than 5.5 million fled.", "550多万人逃离。"),
        ("en ja", "Revenue of 120 million pounds.", "収入は1億2千万ポンド。"),
        ("en ko", "About 25,000 people came.", "약 2만 5천 명이 왔다."),
        ("en hi", "It has 2.5 million members.", "इसके 25 लाख सदस्य हैं।"),
        ("en de", "a £2.8bn market", "ein Markt von 2,8 Milliarden Pfund"),
        ("en ru", "$5-6 million", "от 5 до 6 млн долларов"),
        ("en th", "in 2018", "ในปี พ.ศ. 2561"),
        ("en ar", "In 2018, 45 people", "في عام ٢٠١٨، ٤٥ شخصًا"),
        ("en fa", "It was 90 percent.", "۹۰ درصد بود."),
        ("en de", "It was 1,234.5 metres.", "Es waren 1.234,5 Meter."),
        ("en de-CH", "1,234,567 votes", "1’234’567 Stimmen"),
        ("en hi", "about 1,250,000 votes", "लगभग 12,50,000 वोट"),
        ("en fr", "the 21st century", "le XXIe siècle"),
        ("en nl", "in the 1990s", "in de jaren ’90"),
        ("en zh-Hans", "in the 1980s", "20世纪80年代"),
        ("en cs", "a 32-year-old man", "dvaatřicetiletý muž"),
        ("en ru", "a man of 25", "двадцатипятилетний мужчина"),
        ("en it", "a woman aged 40", "una quarantenne"),
        ("en fi", "100 percent", "sataprosenttisen"),
        ("en hu", "10,000 people", "egy tízezres tömeg"),
        ("en pl", "Joan Puig, 42,", "czterdziestodwuletni Joan Puig"),
        ("en fa", "1,127 of 2,706", "۱،۱۲۷ از ۲،۷۰۶"),
        ("en nl", "It begins at 3 p.m.", "Het begint om 15.00 uur."),
        ("fr es", "À 14 h, deux fourgons", "A las dos de la tarde, dos furgonetas"),
        ("es pt-BR", "a las 5.30 de la tarde", "às 17:30h"),
        ("en de", "Perfect at 5.30pm", "Perfekt um 17:30 Uhr"),
        ("en ja", "a goal at 27:37", "27分37秒のゴール"),
        ("en de", "trailing 1-0", "bei 0:1-Rückstand"),
        ("en ja", "on December 6", "12月6日に"),
        ("en vi", "the 2017-18 season", "mùa giải 2017/2018"),
        ("en fi", "on June 12 in Singapore", "12.6. Singaporessa"),
        ("en fr", "the second round, one of two", "le 2e tour"),
        ("en es", "call 0800 555 111", "llame al 0800555111"),
        ("en ar", "on 0800 555 111", "على الرقم 111 555 0800"),
        ("en fa", "winning 14½-13½", "با نتیجه ½14-½13"),
        ("en ja", "Half a million people fled.", "50万人が逃げた。"),
        ("en nl", "Half a million people fled.", "500.000 mensen vluchtten."),
        ("nl en", "Een half miljoen mensen.", "Some 500,000 people."),
        ("de en", "Eine halbe Million Menschen.", "Some 500,000 people."),
        ("fr en", "Un demi-million de personnes.", "Some 500,000 people."),
        ("es en", "Medio millón de personas.", "Some 500,000 people."),
        ("nl en", "Anderhalf miljoen mensen.", "Some 1.5 million people."),
        ("en nl", "two million people", "2 miljoen mensen"),
        ("en ja", "two and a half million people", "250万人"),
        ("en hi", "twenty thousand people", "बीस हजार लोग"),
        ("en hi", "150,000 people", "एक लाख पचास हजार लोग"),
        ("en ko", "two million people", "이백만 명"),
        ("en th", "two million people", "ผู้คนสองล้านคน"),
        ("en hu", "twenty thousand people", "húszezer ember"),
        ("en ar", "$2 million", "مليوني دولار"),
        ("en ar", "twenty-five years", "خمس وعشرين سنة"),
        ("en ar", "the 36th president", "الرئيس السادس والثلاثين"),
        ("en he", "six million people", "ששה מיליון אדם"),
        ("en nl", "one hundred and five people", "honderdvijf mensen"),
        ("en nl", "a dozen boats", "twaalf boten"),
        ("en ru", "a dozen boats", "дюжина лодок"),
        ("en nl", "half a dozen boats", "zes boten"),
        ("en ko", "twenty-three people", "스물세 명"),
        ("en nl", "two thirds of them", "tweederde van hen"),
        ("en de", "two-thirds of them", "67 Prozent von ihnen"),
        ("en zh-Hans", "two thirds of them", "其中三分之二"),
        ("en ja", "two thirds of them", "3分の2"),
        ("en fi", "two thirds of them", "kaksi kolmasosaa heistä"),
        ("en nl", "a third of them", "een op de drie van hen"),
        ("en fr", "half of them", "50 % d'entre eux"),
        ("en nl", "in a 19th-century war", "in een negentiende-eeuwse oorlog"),
        ("en de", "Two and a half million people.", "2,5 Millionen Menschen."),
        ("es en", "Un millón y medio de personas.", "Some 1.5 million people."),
        ("en ja", "Half a dozen people.", "6人。"),
        ("nl en", "rond half drie", "around 2.30 a.m."),
        ("nl en", "om half drie ’s middags", "at 14:30"),
        ("nl en", "om half een", "at 12:30"),
        ("de en", "gegen halb drei", "around 2.30 a.m."),
        ("sv en", "halv tre", "at 2:30"),
        ("en nl", "at half past two", "om 14.30 uur"),
        ("nl en", "om kwart voor drie", "at 2.45 p.m."),
        ("de en", "um Viertel nach drei", "at 3:15"),
        ("nl en", "om tien voor half drie", "at 2.20"),
        ("en pt-BR", "A couple of them fled, and half a dozen stayed.", "Alguns fugiram e seis ficaram."),
        ("en fr", "in the past two decades", "dans les vingt dernières années"),
        ("de en", "vor 30 Jahren", "three decades ago"),
        ("en de", "a goal on 27:37", "ein Treffer in der 28. Minute"),
        ("en nn", "on 27:37", "etter 27 spelte minutt"),
        ("en sr-Latn", "call 116 123 free", "pozovite 116-123 besplatno"),
        ("sr-Latn en", "pozovite 116-123 besplatno", "call 116 123 free"),
        ("en nn", "call 0800 555 111", "ring +44 (0) 800 555 111"),
        ("en de", "call 0800 555 111", "Telefon 0044 800 555111"),
        ("en sr-Cyrl", "Palin, 29, was there", "двадесетдеветогодишњи Пејлин је био тамо"),
        ("en da", "a goal at 27:37", "mål efter 27,37 minutter"),
        ("en sv", "about 10 miles offshore", "ungefär en och en halv mil ut i havet"),
        ("en fr", "about half a mile away", "à environ 800 mètres"),
    ],
)
def test_the_same_number_written_otherwise_is_no_finding(languages: str, source: str, target: str) -> None:
    assert found(source, target, languages) == []
    assert found(target, source, " ".join(reversed(languages.split()))) == []


@pytest.mark.parametrize(
    ("languages", "source", "target", "evidence"),
    [
        ("nl en", "12 collega’s", "13 colleagues", {"source": "12", "target": "13"}),
        ("nl en", "4 F-16’s", "five F-16s", {"source": "4", "target": "five"}),
        ("nl en", "4 F-16’s", "the campaign has five F-16s", {"source": "4", "target": "five"}),
        ("nl en", "4 F-16’s", "fourteen F-16s", {"source": "4", "target": "fourteen"}),
        ("nl en", "vier landen", "five countries", {"source": "vier", "target": "five"}),
        ("de en", "zwölf Verletzte", "thirteen injured", {"source": "zwölf", "target": "thirteen"}),
        (
            "en fr",
            "twenty-one men",
            "trente et un hommes",
            {"source": "twenty-one", "target": "trente et un"},
        ),
        (
            "en nl",
            "five million people",
            "zes miljoen mensen",
            {"source": "five million", "target": "zes miljoen"},
        ),
        ("en ar", "three witnesses", "أربعة شهود", {"source": "three", "target": "أربعة"}),
        ("en he", "in three houses", "בארבעה בתים", {"source": "three", "target": "בארבעה"}),
        ("en ru", "five people", "шестерых убили, семь человек", {"source": "five", "target": "семь"}),
        ("en hi", "three people", "पाँच लोग", {"source": "three", "target": "पाँच"}),
        ("en zh-Hans", "four countries", "五个国家", {"source": "four", "target": "五"}),
        ("en ja", "twelve people", "十三人", {"source": "twelve", "target": "十三"}),
        ("en ko", "four countries", "다섯 나라", {"source": "four", "target": "다섯"}),
        ("en th", "four countries", "ห้าประเทศ", {"source": "four", "target": "ห้า"}),
        ("en de", "with 47 others", "mit anderen", {"source": "47"}),
        ("en pt-BR", "the fifth floor", "no 50º andar", {"target": "50"}),
        ("en he", "on his score in the 65th minute", "את השער", {"source": "65"}),
        (
            "en el",
            "over £9 billion",
            "πάνω από 9 εκατομμύρια",
            {"source": "9 billion", "target": "9 εκατομμύρια"},
        ),
        ("en ko", "20.4 million people", "204만 명", {"source": "20.4 million", "target": "204만"}),
        ("en de", "It grew by 2.8 per cent.", "Es wuchs um 2,3 Prozent.", {"source": "2.8", "target": "2,3"}),
        ("en nl", "up to 3,000 products", "3.001 producten", {"source": "3,000", "target": "3.001"}),
        ("en pt-BR", "at 4.40 am", "às 4h04", {"source": "4.40"}),
        ("en he", "76,000 hectares", "670,000 דונם", {"source": "76,000", "target": "670,000"}),
        ("en fa", "Katrina (1967)", "کاترینا (۱۹۷۶)", {"source": "1967", "target": "۱۹۷۶"}),
        ("en de", "12,500 square metres", "1.250 Quadratmeter", {"source": "12,500", "target": "1.250"}),
        ("en nl", "It had 12,500 people.", "Er waren 12,5 mensen.", {"source": "12,500", "target": "12,5"}),
        ("en zh-Hans", "12,500 euros", "12.5万欧元", {"source": "12,500", "target": "12.5万"}),
        ("en nl", "two million", "twee miljard", {"source": "two million", "target": "twee miljard"}),
        ("en zh-Hans", "two million people", "两亿人", {"source": "two million", "target": "两亿"}),
        ("en hi", "two million people", "तीस लाख लोग", {"source": "two million", "target": "तीस लाख"}),
        ("en nl", "two thousand", "twintigduizend", {"source": "two thousand", "target": "twintigduizend"}),
        ("en hu", "two million", "hárommillió", {"source": "two million", "target": "hárommillió"}),
        ("en ko", "two million people", "삼백만 명", {"source": "two million", "target": "삼백만"}),
        ("en th", "two million people", "สามล้านคน", {"source": "two million", "target": "สามล้าน"}),
        ("en ar", "two thousand", "ثلاثة آلاف", {"source": "two thousand", "target": "ثلاثة آلاف"}),
        ("en he", "two thousand", "עשרים אלף", {"source": "two thousand", "target": "עשרים אלף"}),
        ("en ar", "nine years", "سبع سنوات", {"source": "nine", "target": "سبع"}),
        ("en ar", "thirteen", "خمس عشرة سنة", {"source": "thirteen", "target": "خمس عشرة"}),
        ("en nl", "350 people", "driehonderdzestig", {"source": "350", "target": "driehonderdzestig"}),
        ("en ko", "twelve boats", "배 열세 척", {"source": "twelve", "target": "열세"}),
        ("en ko", "23 people", "스물네 명", {"source": "23", "target": "스물네"}),
        ("en fr", "a dozen boats", "une dizaine de bateaux", {"source": "dozen", "target": "dizaine"}),
        ("en nl", "The mayor met three", "vijf", {"source": "three", "target": "vijf"}),
        ("en fr", "five people", "Le maire a vu trois", {"source": "five", "target": "trois"}),
        ("en de", "Maybe 5 died", "Vielleicht starben drei", {"source": "5", "target": "drei"}),
        ("en sv", "100 percent", "10 procent", {"source": "100", "target": "10"}),
        ("en fr", "50 died", "Le 51 morts", {"source": "50", "target": "51"}),
        ("en nl", "three may die", "er sterven vijf", {"source": "three", "target": "vijf"}),
        ("en fr", "And the three came", "Et les cinq sont venus", {"source": "three", "target": "cinq"}),
        ("en es", "And the three came", "Y los cinco llegaron", {"source": "three", "target": "cinco"}),
        ("en fr", "And three came", "Et cinq sont venus", {"source": "three", "target": "cinq"}),
        ("en nl", "two thirds", "drie kwart", {"source": "two thirds", "target": "drie kwart"}),
        ("en nl", "half of them", "een derde van hen", {"source": "half", "target": "een derde"}),
        ("en zh-Hans", "two thirds", "四分之三", {"source": "two thirds", "target": "四分之三"}),
        ("en de", "2000000 people", "20000000 Leute", {"source": "2000000", "target": "20000000"}),
    ],
)
def test_another_number_or_none_is_found(
    languages: str, source: str, target: str, evidence: dict[str, str]
) -> None:
    (finding,) = found(source, target, languages)
    assert finding.code == "number-mismatch"
    assert finding.evidence == evidence
    for spans, text, side in (
        (finding.source_spans, source, "source"),
        (finding.target_spans, target, "target"),
    ):
        assert [text[span.start : span.end] for span in spans] == (
            [evidence[side]] if side in evidence else []
        )


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en nl", "winds of 85 miles per hour", "windsnelheden van 137 km per uur"),
        ("en de", "a 550 pound hog", "ein 250 Kilo schweres Schwein"),
        ("en he", "76,000 hectares", "760,000 דונם"),
        ("en fr", "a sunny 80 degrees", "un beau 27 degrés"),
        ("en it", "The 6-foot-6 forward", "L'attaccante alto 1,98 metri"),
        ("en sv", "approximately 130 miles of coastline", "drygt 20 mil av kusten"),
        ("en zh-Hans", "rather than after 60 days", "而不是两个月后"),
        ("en cs", "The 6-foot-6 forward", "Dvoumetrový útočník"),
        ("en sr-Cyrl", "a mile away", "1,5 км одатле"),
        ("en de", "The 6-foot-6 forward", "Der 1 Meter 98 große Stürmer"),
        ("en zh-Hans", "The 6-foot-6 forward", "身高1米98的前锋"),
        ("en ru", "winds of 85 mph", "ветер 38 м/с"),
        ("en fi", "winds of 85 miles per hour", "tuuli 38 metriä sekunnissa"),
        ("en it", "a sunny 80 degrees", "quasi 30 gradi"),
        ("hi de", "550 पाउंड वजन वाला सूअर", "das 250 Kilo schwere Schwein"),
        ("tr de", "550 pound ağırlığında bir domuz", "ein 250 Kilo schweres Schwein"),
        ("nl fr", "ongeveer 200 km", "environ 209 km (130 miles)"),
        ("hi de", "6 फुट 6 इंच", "1,98 m groß"),
    ],
)
def test_a_measure_in_another_unit_is_no_mismatch(languages: str, source: str, target: str) -> None:
    assert {finding.code for finding in found(source, target, languages)} <= {"unit-converted"}


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("nl en", "een land, twee talen", "a country of both languages"),
        ("en de", "one country in two or three years", "ein Land in drei oder vier Jahren"),
        ("en sv", "She is 100 percent certain", "Hon är helt säker"),
        ("en fr", "five came", "cent et cinq ou six"),
        ("en es", "five came", "mil y cinco"),
        ("en fr", "the 21st man", "le vingt et unième homme"),
        ("en fa", "the 44th lap", "در چهل و چهارمین دور"),
        ("en nl", "half past two", "half drie"),
        ("en nl", "twenty past two", "tien voor half drie"),
        ("en de", "the Seven Years War, won twice", "der Krieg, fünfmal gewonnen"),
        ("en de", "the Seven Network of three", "das Netzwerk mit sieben"),
        ("en hu", "six weeks", "hat hét"),
        ("en fr", "three new ships", "trois navires neufs"),
        ("en it", "You are one of three", "Tu sei uno dei tre"),
        ("en he", "fourteen people", "שארבעה עשר אנשים"),
        ("en ko", "fifteen pigs", "돼지 열 다섯 마리"),
        ("en ko", "two storms", "열대 폭풍 두 개"),
        ("en fr", "another six million people", "six autres millions de personnes"),
        ("en zh-Hans", "on the third Tuesday in March", "三月的第三个星期二"),
        ("en ja", "two or three people", "四五人"),
        ("en pt", "three people on Wednesday", "três pessoas na quarta"),
        ("en fa", "five people on Tuesday", "پنج نفر در سه شنبه"),
        ("en vi", "three people", "năm người"),
        ("en de", "two weeks", "vierzehn Tage"),
        ("en de", "Both of the two came", "Beide kamen"),
        ("en nl", "three people were hurt", "er vielen gewonden"),
        ("en da", "a last-minute push", "et forsøg i 11. time"),
        ("en el", "to qualify from Group G", "πρόκριση από τον 7ο Όμιλο"),
        ("en ko", "won the return match", "2차 경기에서 승리했다"),
        ("uk pl", "на 100 відсотків упевнений", "jest przeświadczony"),
        ("ja ko", "絶対に起きていない", "일어나지 않았음을 100퍼센트 확신한다"),
        ("fi sv", "Kahdelta iltapäivällä", "Klockan 14:00"),
        ("sr-Latn de", "U 2 posle podne", "Um 14:00 Uhr"),
        ("es pt-BR", "las 5.30 de la tarde", "às 17:30h"),
        ("de ru", "mit einem Treffer in der 28.", "забив гол на 27:37"),
        ("it fr", "negli anni Ottanta", "dans les années 1980"),
        ("nl fr", "in de jaren 1930", "dans les années 30"),
        ("it fr", "un decennio più tardi", "10 ans plus tard"),
        ("he ar", "לפני עשור", "منذ 10 سنوات"),
        ("zh-Hant ja", "增加雙倍", "2倍にする"),
        ("ja ko", "最後の4日間", "지난 나흘 동안"),
        ("uk pl", "друзі і сім'ї тих", "przyjaciele i rodziny dwóch"),
        ("nl fr", "een artikel van zaterdag", "un article du 29 septembre"),
        ("vi fr", "vào thế kỷ 19 vẫn còn sống động", "au XIXe siècle"),
    ],
)
def test_what_may_be_another_word_or_stands_beside_another_number_is_no_mismatch(
    languages: str, source: str, target: str
) -> None:
    found_ = [
        *found(source, target, languages),
        *found(target, source, " ".join(reversed(languages.split()))),
    ]
    assert {finding.code for finding in found_} <= {"unit-converted"}


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en ru", "winds of 85 mph", "ветер 58 м/с"),
        ("en de", "The 6-foot-6 forward", "Der 1 Meter 58 große Stürmer"),
        ("en it", "a sunny 80 degrees", "quasi 40 gradi"),
        ("en nn", "call 0800 555 111", "ring +44 (0) 800 555 112"),
        ("en sv", "about 10 miles offshore", "ungefär fyra mil ut i havet"),
        ("es fr", "a 227 kg", "à 250 kg"),
        ("es fr", "a 64 km", "à 84 km"),
        ("es fr", "a 61 km", "à 62 km"),
        ("es fr", "a 64 km", "à 74 km"),
        ("nl fr", "met 140 km per uur", "à 125 km/h"),
        ("en fr", "at 64 km", "à 65 km"),
        ("en ru", "76,000 hectares of land", "76 100 гектаров земли"),
        ("nl fr", "209 km", "environ 209 km (150 miles)"),
        ("es fr", "hace 64 años", "il y a 65 ans"),
    ],
)
def test_another_measure_or_telephone_number_is_a_mismatch(languages: str, source: str, target: str) -> None:
    assert {finding.code for finding in found(source, target, languages)} == {"number-mismatch"}


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("es fr", "a 64 km", "à 65 km"),
        ("nl fr", "met 140 km per uur", "à 135 km/h"),
        ("it es", "un maiale di 300 kg", "un cerdo de 295 kilos"),
        ("it es", "tra i 7,5 cm e i 15 cm", "entre 7 y 15 centímetros"),
        ("nl de", "het was 26 graden", "es waren 27 Grad"),
        ("nb nl", "det var 27 °C", "het was 26 graden"),
        ("en nb", "a sunny 80 degrees", "det var 27 °C"),
        ("sv da", "vindstyrka på 135 km/tim", "vindstyrke på 38 m/s"),
        ("cs pl", "asi 130 mil pobřeží", "około 209 kilometrów"),
        ("pt fr", "a cerca de 16 km", "à environ 16 km (10 milles)"),
    ],
)
def test_a_measure_of_a_third_language_may_be_rounded_in_two_ways(
    languages: str, source: str, target: str
) -> None:
    assert {finding.code for finding in found(source, target, languages)} <= {"unit-converted"}


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("sv da", "det senaste decenniet", "hendes 10-årige erfaring"),
        ("cs pl", "v 30. letech 20. století", "w latach trzydziestych ubiegłego wieku"),
        ("vi es", "1/3 thời gian cuối trận", "en el último tercio"),
        ("ja zh", "3000点の2倍にする", "翻番，达到3000个品种"),
    ],
)
def test_a_number_that_a_word_says_is_none_too_many(languages: str, source: str, target: str) -> None:
    assert found(source, target, languages) == []


def test_a_converted_measure_names_both_numbers() -> None:
    (finding,) = found("winds of 85 miles per hour", "vents de 137 km/h", "en fr")
    assert (finding.code, finding.severity) == ("unit-converted", "info")
    assert finding.evidence == {"source": "85", "target": "137"}


@pytest.mark.parametrize("text", ["9" * 5000, "1 " * 5000, "1.1" * 3000, "½" * 500, "٣,٤" * 100])
def test_no_text_of_digits_is_too_strange(text: str) -> None:
    found(text, "1", "en de")
    found("one", text, "en ar")


@pytest.mark.parametrize("language", ["tlh", "und", "x-ours", "zh-Hant-TW", "sr-Latn", "yue", "haw"])
def test_a_language_without_data_compares_digits(language: str) -> None:
    assert found("12 people in 2018", "2018: 12", f"en {language}") == []
    assert len(found("12 people", "13", f"en {language}")) == 1


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("nl en", "rond half drie", "around 4.30 a.m."),
        ("nl en", "rond drie uur", "around 2.30 a.m."),
        ("en de", "at 2.30 p.m.", "um 15.30 Uhr"),
        ("en de", "at 2 p.m.", "um 15:00 Uhr"),
        ("fr it", "dans les années 1980", "negli anni Settanta"),
        ("uk pl", "за сім років", "za pięć lat"),
        ("nl fr", "een artikel van 28 september", "un article du 29 septembre"),
        ("en ja", "Half a million people fled.", "5万人が逃げた。"),
        ("en nl", "Half a million people fled.", "1,5 miljoen mensen vluchtten."),
        ("nl en", "Een half miljoen mensen.", "Some 500 million people."),
    ],
)
def test_another_half_is_a_mismatch(languages: str, source: str, target: str) -> None:
    assert [each.code for each in found(source, target, languages)] == ["number-mismatch"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("a goal on 27:37", "ein Treffer in der 29. Minute"),
        ("call 116 123", "rufen Sie 116-124 an"),
        ("2.5 million people", "2,5 Milliarden Menschen"),
        ("the fourth minute on 3:35", "die vierte Minute, bei 3:30"),
        ("in the past two decades", "in den letzten dreißig Jahren"),
    ],
)
def test_another_minute_decade_or_group_of_digits_is_a_mismatch(source: str, target: str) -> None:
    assert {finding.code for finding in found(source, target, "en de")} == {"number-mismatch"}


@pytest.mark.parametrize(
    ("languages", "source", "target", "units"),
    [
        ("en de", "He shot from 35 yards out.", "Er schoss aus 35 Metern.", ("35 yards", "35 Metern")),
        ("en nl", "It is 30 miles away.", "Het is 30 kilometer ver.", ("30 miles", "30 kilometer")),
        ("en fr", "He lost 20 pounds.", "Il a perdu 20 kg.", ("20 pounds", "20 kg")),
        ("en ru", "in 40 miles", "в 40 км", ("40 miles", "40 км")),
        ("de en", "bei 30 °C", "at 30 °F", ("30 °C", "30 °F")),
    ],
)
def test_a_number_kept_while_its_unit_changed_is_a_mismatch(
    languages: str, source: str, target: str, units: tuple[str, str]
) -> None:
    (finding,) = found(source, target, languages)
    assert (finding.code, tuple(finding.evidence.values())) == ("number-mismatch", units)
    (there,), (here,) = finding.source_spans, finding.target_spans
    assert (source[there.start : there.end], target[here.start : here.end]) == units


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en de", "He shot from 30 yards out.", "Er schoss aus 30 Metern."),
        ("en de", "He shot from 35 yards out.", "Er schoss aus 35 heraus."),
        ("en de", "some 30 tons", "etwa 30 Tonnen"),
        ("en de", "35 yards (35 metres at most)", "35 Meter"),
        ("en nl", "at 30 degrees", "bij 30 °C"),
        ("en nl", "10 inches", "7 tot 10 cm, hier 25 cm"),
    ],
)
def test_a_unit_left_out_or_as_large_to_the_ten_is_no_mismatch(
    languages: str, source: str, target: str
) -> None:
    assert "number-mismatch" not in {
        finding.code for finding in found(source, target, languages) if len(finding.evidence) == 2
    }
