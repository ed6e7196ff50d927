from app.gazetteer.discovery.labels import shared_labels


def test_what_two_languages_call_alike_is_the_same_everywhere() -> None:
    labels = {"en": "James Mattis", "nl": "James Mattis", "ru": "Джеймс Мэттис"}
    assert shared_labels(labels, "mul") == {"mul": "James Mattis", "ru": "Джеймс Мэттис"}


def test_a_label_with_a_case_ending_is_the_one_without_it() -> None:
    assert shared_labels({"en": "Craig Halkett", "de": "Craig Halketts"}, "mul") == {"mul": "Craig Halkett"}


def test_labels_that_all_differ_stay_as_they_are() -> None:
    labels = {"en": "Steven Thompson", "ru": "Стивен Томпсон"}
    assert shared_labels(labels, "mul") == labels
