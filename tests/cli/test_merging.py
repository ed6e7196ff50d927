import pytest

from app.database.engine import Database
from app.models import Person, Place
from app.queries.entities import find_entity
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("ottawa")


def test_two_people_are_made_one(run_on_database: Run, database: Database) -> None:
    ended = run_on_database("people", "merge", "james-mattis", "harjit-sajjan")
    assert (ended.code, ended.err) == (0, "")
    assert "james-mattis is harjit-sajjan now" in ended.out
    with database.read() as session:
        person = find_entity(session, Person, "harjit-sajjan")
        assert find_entity(session, Person, "james-mattis") is None
    assert person
    assert "James Mattis" in person.aliases["mul"]


def test_who_was_merged_already_is_said_to_be(run_on_database: Run) -> None:
    run_on_database("people", "merge", "james-mattis", "harjit-sajjan")
    again = run_on_database("people", "merge", "james-mattis", "harjit-sajjan")
    assert again.code == 2
    assert "there is no person 'james-mattis': it was merged into 'harjit-sajjan'" in again.err


def test_one_place_is_made_two(run_on_database: Run, database: Database) -> None:
    ended = run_on_database("places", "split", "united-states", "usa", "--term", "United States of America")
    assert (ended.code, ended.err) == (0, "")
    with database.read() as session:
        place = find_entity(session, Place, "usa")
    assert place
    assert place.labels == {"en": "United States of America"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["people", "merge", "nobody", "james-mattis"], "there is no person 'nobody'"),
        (["places", "merge", "ottawa", "ottawa"], "'ottawa' is 'ottawa' already"),
        (["places", "split", "ottawa", "Bytown!", "--term", "Ottawa"], "'Bytown!' cannot be an id"),
        (["people", "split", "harjit-sajjan", "sajjan", "--term", "Harjit Sajjan"], "without a label"),
        (["places", "split", "ottawa", "bytown", "--term", "Bytown"], "is not called 'Bytown'"),
    ],
)
def test_what_cannot_be_done_is_said(run_on_database: Run, arguments: list[str], said: str) -> None:
    ended = run_on_database(*arguments)
    assert ended.code == 2
    assert said in ended.err
