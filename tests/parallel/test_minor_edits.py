import pytest

from app.parallel.minor_edits import is_minor


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("De goverment zei het.", "De government zei het."),
        ("We recieved the comittee.", "We received the committee."),
        ("Then the the minister came.", "Then the minister came."),
        ("De Anti-ISIS-coaltiie vocht.", "De Anti-ISIS-coalitie vocht."),
        ("“Ja”, zei hij.", '"Ja" , zei  hij!'),
        ("Het was 1 000 euro", "Het was 1\u00a0000 euro."),
        ("De F-16’s vlogen 3–5 uur", "De F-16's vlogen 3-5 uur"),
        ("他去,", "他去。"),
        ("تعال، الآن", "تعال الآن"),
        ("Cafe\u0301 dicht", "Café dicht"),
        ("co\u00adalitie", "coalitie"),
        ("Rescue effort", "RESCUE EFFORT"),
        ("Premier bezoekt ottawa", "Premier bezoekt Ottawa"),
        ("حضر ٢٥ شخصا", "حضر 25 شخصا"),
    ],
)
def test_spaces_punctuation_capitals_digits_and_slips_of_the_pen_are_minor(old: str, new: str) -> None:
    assert is_minor(old, new)
    assert is_minor(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Er waren 12 gewonden.", "Er waren 13 gewonden."),
        ("حضر ٢٥ شخصا", "حضر 26 شخصا"),
        ("Het was 1,5 graden.", "Het was 15 graden."),
        ("Het was -5 graden.", "Het was 5 graden."),
        ("Met 5% meer.", "Met 5 meer."),
        ("Voor €5.", "Voor $5."),
        ("Met 3-5 man.", "Met 3, 5 man."),
        ("One million left.", "One billion left."),
        ("Hij komt niet.", "Hij komt wel."),
        ("He can go.", "He can't go."),
        ("That is legal and moral.", "That is legal and amoral."),
        ("Hij is gewond.", "Hij is gezond."),
        ("A county won.", "A country won."),
        ("De minister komt.", "De ministers komen."),
        ("Hij sprak met Saijan.", "Hij sprak met Sajjan."),
        ("Zei Bijleveld-Schuoten.", "Zei Bijleveld-Schouten."),
        ("Op dinsdag.", "Op donderdag."),
        ("In juni.", "In juli."),
        ("Hij komt.", "Hij komt?"),
        ("他不去。", "他去。"),
        ("वह आया", "वह आयी"),
        ("ذهب الرجل", "ذهب الرجال"),
        ("Tizenhat ember és tizenhat ló.", "Tizenhat ember és tizenhét ló."),
        ("Przyszło dziewięciu ludzi.", "Przyszło dziesięciu ludzi."),
        ("Un marin irlandais.", "Un marin islandais."),
        ("Это иракский порт.", "Это иранский порт."),
        ("Çocuklar geliyorlar.", "Çocuklar gelmiyorlar."),
        ("ეს არის სააკაშვილი", "ეს არის სააკშვილი"),
        ("We recieved a comittee occured.", "We received a committee occurred."),
        ("***", "---"),
        ("", "Nieuw."),
    ],
)
def test_what_may_say_something_else_is_not_minor(old: str, new: str) -> None:
    assert not is_minor(old, new)
    assert not is_minor(new, old)
