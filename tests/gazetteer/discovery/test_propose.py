import pytest

from tests.gazetteer.discovery.texts import proposed, version

ENGLISH = "Yesterday the harbour was opened by Tamsin Holloway in heavy rain."
DUTCH = "De haven werd gisteren in de stromende regen geopend door Tamsin Holloway."


def test_a_name_in_both_versions_is_proposed_as_it_stands_in_each() -> None:
    found = proposed(version("en", ENGLISH), version("nl", DUTCH))
    assert list(found) == ["Tamsin Holloway"]
    assert found["Tamsin Holloway"].kind == "person"
    assert found["Tamsin Holloway"].labels == {"en": "Tamsin Holloway", "nl": "Tamsin Holloway"}


def test_every_occurrence_slices_its_surface_out_of_its_text() -> None:
    texts = {"en": ENGLISH, "nl": DUTCH}
    (name,) = proposed(version("en", ENGLISH), version("nl", DUTCH)).values()
    for each in name.occurrences:
        assert texts[each.language][each.start : each.end] == each.surface == "Tamsin Holloway"


def test_a_name_that_stands_in_one_version_only_is_not_proposed() -> None:
    assert not proposed(version("en", ENGLISH), version("nl", "De haven werd gisteren geopend."))


def test_an_article_in_one_language_proposes_nothing() -> None:
    assert not proposed(version("en", ENGLISH))


def test_offices_and_what_stands_before_them_are_no_part_of_a_name() -> None:
    found = proposed(
        version("en", "A picture of Defence Ministers Tamsin Holloway and Idris Achterberg."),
        version("nl", "Een foto van de Defensieministers Tamsin Holloway en Idris Achterberg."),
    )
    assert list(found) == ["Idris Achterberg", "Tamsin Holloway"]
    assert {each.role for each in found["Tamsin Holloway"].occurrences} == {"Ministers", "Defensieministers"}


def test_the_first_word_of_a_sentence_is_no_part_of_a_name() -> None:
    found = proposed(
        version("da", "Men Tamsin Holloway sagde nej til havnen."),
        version("nb", "Men Tamsin Holloway sa nei til havnen."),
    )
    assert list(found) == ["Tamsin Holloway"]


def test_months_and_days_are_no_names() -> None:
    found = proposed(
        version("en", "It was signed on Friday August the ninth."),
        version("de", "Am Freitag August den neunten wurde unterzeichnet."),
    )
    assert not found


def test_designators_with_digits_are_no_names() -> None:
    assert not proposed(
        version("en", "Four Falcon F-16s took off."),
        version("nl", "Vier van de Falcon F-16s vertrokken."),
    )


def test_particles_stand_within_a_name() -> None:
    found = proposed(
        version("en", "The prize went to Lotte van den Broek and to Karim al-Rashid."),
        version("fr", "Le prix est allé à Lotte van den Broek et à Karim al-Rashid."),
    )
    assert list(found) == ["Karim al-Rashid", "Lotte van den Broek"]


def test_persons_known_are_not_proposed_and_their_words_are_nobody_elses() -> None:
    assert not proposed(
        version("en", ENGLISH, "Minister Holloway smiled.", walls=("Tamsin Holloway",)),
        version("nl", DUTCH, "Minister Holloway lachte.", walls=("Tamsin Holloway",)),
    )


def test_places_known_are_not_proposed_but_names_around_them_are() -> None:
    found = proposed(
        version("en", "In New York it was read in the New York Herald.", places=("New York",)),
        version("nl", "In New York las men de New York Herald.", places=("New York",)),
    )
    assert list(found) == ["New York Herald"]
    assert found["New York Herald"].kind == "unknown"


def test_a_place_that_is_known_in_one_version_is_nobodys_name_in_the_others() -> None:
    found = proposed(
        version("en", "President Washington spoke.", "He flew to Washington."),
        version("nl", "Dat zei president Washington.", "Hij ging naar Washington."),
        version("de", "Das sagte er.", "Er flog nach Washington.", places=("Washington",)),
    )
    assert found == {}


def test_a_demonym_in_front_is_no_part_of_a_name() -> None:
    found = proposed(
        version("en", "The Canadian Tamsin Holloway won.", walls=("Canadian",)),
        version("fr", "La Canadian Tamsin Holloway a gagné.", walls=("Canadian",)),
    )
    assert list(found) == ["Tamsin Holloway"]


def test_a_part_that_belongs_to_one_name_stands_for_it() -> None:
    found = proposed(
        version("en", "We met Tamsin Holloway-Smythe.", "Then Holloway spoke.", "Minister Holloway left."),
        version("nl", "Wij ontmoetten Tamsin Holloway-Smythe.", "Daarna sprak Holloway.", "Later ging ze."),
    )
    assert list(found) == ["Tamsin Holloway-Smythe"]
    parts = [each for each in found["Tamsin Holloway-Smythe"].occurrences if each.reason == "part"]
    assert [(each.language, each.surface, each.role) for each in parts] == [
        ("en", "Holloway", None),
        ("en", "Holloway", "Minister"),
        ("nl", "Holloway", None),
    ]


def test_a_part_that_two_names_share_stands_for_neither() -> None:
    found = proposed(
        version("en", "We met Tamsin Holloway and Idris Holloway.", "Then came Holloway again."),
        version("nl", "Wij ontmoetten Tamsin Holloway en Idris Holloway.", "Toen kwam Holloway weer."),
    )
    assert {each.reason for name in found.values() for each in name.occurrences} == {"agreement"}


def test_a_single_word_counts_beside_an_office() -> None:
    found = proposed(
        version("en", "The town was visited by President Achterberg."),
        version("nl", "De stad kreeg bezoek van president Achterberg."),
    )
    assert found["Achterberg"].kind == "person"


def test_a_single_word_counts_as_speaker_before_a_colon() -> None:
    found = proposed(
        version("en", "Achterberg: “We shall see.”"),
        version("nl", "Achterberg: “We zullen zien.”"),
    )
    assert list(found) == ["Achterberg"]


@pytest.mark.parametrize(
    ("other", "text"),
    [
        ("nl", "De brug in Zwammerdorp is dicht, en die in Zwammerdorp-Oost ook."),
        ("pl", "Most w Zwammerdorpie jest zamknięty."),
        ("ru", "Мост в Звамердорпе закрыт."),
        ("sr-Latn", "Most u Zvamerdorpu je zatvoren."),
    ],
)
def test_a_single_word_within_sentences_of_two_languages_is_proposed(other: str, text: str) -> None:
    found = proposed(version("en", "The bridge in Zwammerdorp is closed."), version(other, text))
    assert [(name, each.kind) for name, each in found.items()] == [("Zwammerdorp", "place")]


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("Zwarthals is what they drank.", "Zij dronken een glas Zwarthals."),
        ("They drank Zwarthals, a zwarthals of old.", "Zij dronken een glas Zwarthals."),
        ("They saw a Club and left.", "Zij zagen een Club en gingen."),
        ("They saw the Night Zwarthals.", "Zij zagen de Zwarthals van de nacht."),
        ("They watched 60 Zwarthals.", "Zij keken naar 60 Zwarthals."),
        ("They spoke of ZVAX a lot.", "Zij spraken veel over ZVAX."),
    ],
)
def test_a_single_word_that_may_be_a_word_or_a_part_of_a_name_is_not_proposed(
    english: str, dutch: str
) -> None:
    assert not proposed(version("en", english), version("nl", dutch))


def test_a_single_word_that_few_of_the_versions_have_is_not_proposed() -> None:
    versions = {
        "en": "They drank a glass of Zwarthals and left.",
        "nl": "Zij dronken een glas Zwarthals en gingen.",
        "fr": "Ils ont bu un verre et sont partis.",
        "es": "Bebieron una copa y se fueron.",
    }
    assert not proposed(*(version(language, text) for language, text in versions.items()))
    assert proposed(*(version(language, versions[language]) for language in ("en", "nl", "fr")))


def test_the_capital_of_a_german_noun_says_nothing_of_a_single_word() -> None:
    assert not proposed(
        version("en", "They drank a glass of Zwarthals and left."),
        version("de", "Sie tranken ein Glas Zwarthals und gingen."),
    )


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("pl", "Port otworzyła Tamsin Holloway z Idrisem Achterbergiem.", "Idrisem Achterbergiem"),
        ("fi", "Sataman avasi Tamsin Holloway Idris Achterbergin kanssa.", "Idris Achterbergin"),
        ("tr", "Limanı Tamsin Holloway, Idris Achterberg'in yanında açtı.", "Idris Achterberg"),
        ("cs", "Přístav otevřela Tamsin Holloway s Idrisem Achterbergem.", "Idrisem Achterbergem"),
        ("de", "Tamsin Holloway öffnete Idris Achterbergs Hafen.", "Idris Achterbergs"),
    ],
)
def test_case_endings_do_not_hide_a_name(language: str, text: str, label: str) -> None:
    english = version("en", "The harbour was opened by Tamsin Holloway with Idris Achterberg at her side.")
    found = proposed(english, version(language, text))
    assert found["Idris Achterberg"].labels[language] == label


def test_of_several_cases_the_label_is_the_one_without_an_ending() -> None:
    found = proposed(
        version("en", "Here is Idris Achterberg.", "Ask Idris Achterberg.", "See Idris Achterberg."),
        version("pl", "Oto Idrisa Achterberga.", "Zapytaj Idrisa Achterberga.", "Jest Idris Achterberg."),
    )
    assert found["Idris Achterberg"].labels["pl"] == "Idris Achterberg"


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("ru", "Гавань вчера открыл Стивен Томпсон под дождём.", "Стивен Томпсон"),
        ("uk", "Гавань учора відкрив Стівен Томпсон під дощем.", "Стівен Томпсон"),
        ("el", "Το λιμάνι άνοιξε χθες ο Στίβεν Τόμσον στη βροχή.", "Στίβεν Τόμσον"),
        ("sr-Latn", "Luku je juče otvorio Stiven Tompson po kiši.", "Stiven Tompson"),
        ("ar", "افتتح الميناء أمس ستيفن تومسون تحت المطر.", "ستيفن تومسون"),
        ("he", "את הנמל פתח אתמול סטיבן תומפסון בגשם.", "סטיבן תומפסון"),
        ("hi", "बंदरगाह का उद्घाटन कल स्टीवन थॉम्पसन ने किया।", "स्टीवन थॉम्पसन"),
        ("ja", "昨日、スティーブン・トンプソンが港を開いた。", "スティーブン・トンプソン"),
        ("ko", "어제 스티븐 톰슨은 항구를 열었다.", "스티븐 톰슨"),
    ],
)
def test_another_script_has_the_name_by_its_sound(language: str, text: str, label: str) -> None:
    english = version("en", "Yesterday the harbour was opened by Steven Thompson in the rain.")
    found = proposed(english, version(language, text))
    assert found["Steven Thompson"].labels == {"en": "Steven Thompson", language: label}


def test_names_that_sound_different_do_not_agree() -> None:
    assert not proposed(
        version("en", "The harbour was opened by Steven Thompson."),
        version("ru", "Гавань открыл Михаил Кузнецов."),
    )


def test_english_that_nobody_translated_belongs_to_the_name() -> None:
    found = proposed(
        version("en", "He works for Harbour and Customs Enforcement here."),
        version("sv", "Han arbetar för Harbour and Customs Enforcement här."),
    )
    assert "Customs Enforcement" not in found


def test_the_same_name_has_the_same_key_whatever_the_languages() -> None:
    (one,) = proposed(version("en", ENGLISH), version("nl", DUTCH)).values()
    (other,) = proposed(
        version("fr", "Le port fut ouvert par Tamsin Holloway."),
        version("fi", "Sataman avajaisissa nähtiin Tamsin Hollowayn koira ja Tamsin Holloway."),
    ).values()
    assert one.key == other.key == "tamsin holloway"
