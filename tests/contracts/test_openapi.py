"""The OpenAPI document is valid, says everything, and what it says is what the server does."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import httpx
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from app.main import create_app
from app.representations.coding import SMALLEST_CODED
from app.settings import Settings
from scripts.write_examples import answers, example_address
from tests.conftest import OTTAWA
from tests.contracts.description import PROBLEM, TRANSPORT_HEADERS, Description

OPERATIONS = Description(create_app(Settings()).openapi()).operations()


@pytest.fixture(params=OPERATIONS)
def path(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def operation(path: str) -> Mapping[str, Any]:
    return OPERATIONS[path]


def test_the_document_is_valid(description: Description) -> None:
    OpenAPIV31SpecValidator(dict(description.document)).validate()


def test_the_document_is_served(api: httpx.Client, description: Description) -> None:
    assert api.get("/openapi.json").json() == description.document


def test_operation_ids_are_unique() -> None:
    assert max(Counter(operation["operationId"] for operation in OPERATIONS.values()).values()) == 1


def test_every_tag_used_is_described(description: Description) -> None:
    described = {tag["name"] for tag in description.document["tags"] if tag["description"]}
    assert {tag for operation in OPERATIONS.values() for tag in operation["tags"]} == described


def test_every_operation_is_summed_up_and_described(operation: Mapping[str, Any]) -> None:
    assert operation["summary"]
    assert operation["description"]


def test_every_parameter_is_described_with_examples_it_accepts(
    operation: Mapping[str, Any], description: Description
) -> None:
    for parameter in operation.get("parameters", []):
        assert parameter["description"]
        assert parameter["schema"]["examples"]
        for example in parameter["schema"]["examples"]:
            description.validate(example, parameter["schema"])


def test_no_parameter_is_said_to_be_null(operation: Mapping[str, Any]) -> None:
    for parameter in operation.get("parameters", []):
        assert "null" not in json.dumps(parameter["schema"])


def test_every_bound_of_a_number_is_one_that_json_schema_knows() -> None:
    limit = next(p for p in OPERATIONS["/articles"]["parameters"] if p["name"] == "limit")
    assert (limit["schema"]["minimum"], limit["schema"]["maximum"]) == (1, 100)


def test_every_response_and_header_is_described_with_an_example(
    operation: Mapping[str, Any], description: Description
) -> None:
    for response in map(description.resolve, operation["responses"].values()):
        assert response["description"]
        for header in description.headers_of(response).values():
            assert header["description"]
            assert header["schema"]
            assert header["example"]


def test_every_error_is_a_problem_document_with_an_example(
    operation: Mapping[str, Any], description: Description
) -> None:
    errors = {status: response for status, response in operation["responses"].items() if status >= "4"}
    assert "default" in errors
    for status, response in errors.items():
        content = description.resolve(response)["content"]
        assert list(content) == [PROBLEM]
        assert content[PROBLEM]["schema"] == {"$ref": "#/components/schemas/ProblemDocument"}
        assert content[PROBLEM]["examples"]
        for example in map(description.resolve, content[PROBLEM]["examples"].values()):
            description.validate(example["value"], content[PROBLEM]["schema"])
            assert status in ("default", str(example["value"]["status"]))


def test_fastapis_own_error_documents_are_gone(description: Description) -> None:
    assert "ValidationError" not in json.dumps(description.document)


def test_every_schema_and_property_is_described(description: Description) -> None:
    assert not list(_undescribed(description.document["components"]["schemas"]))


def _undescribed(schemas: Mapping[str, Any]) -> Iterator[str]:
    for name, schema in schemas.items():
        if not schema.get("description"):
            yield name
        for property_name, property_schema in schema.get("properties", {}).items():
            if not property_schema.get("description"):
                yield f"{name}.{property_name}"


def test_every_answer_is_documented_with_an_example_that_fits(
    operation: Mapping[str, Any], description: Description
) -> None:
    content = operation["responses"]["200"]["content"]["application/json"]
    description.validate(content["example"], content["schema"])


@pytest.mark.usefixtures("ottawa")
def test_every_example_of_an_answer_is_what_the_server_answers(database_url: str) -> None:
    examples = {
        operation["operationId"]: operation["responses"]["200"]["content"]["application/json"]["example"]
        for operation in OPERATIONS.values()
    }
    assert examples == answers(Settings(database_url=database_url)), "python -m scripts.write_examples"


def test_just_the_documented_headers_are_sent(
    path: str, operation: Mapping[str, Any], api: httpx.Client, description: Description
) -> None:
    names = [parameter["name"] for parameter in operation.get("parameters", [])]
    query = {"limit": "1"} if "limit" in names else {}
    address = httpx.URL(example_address(path, operation)).copy_merge_params(query)
    answer = api.get(address)
    unsent = set() if len(answer.content) >= SMALLEST_CODED else {"content-encoding"}
    unneeded = {"link"} if path == "/search" and answer.json()["next"] is None else set()
    assert _sent(answer) == _documented(description, operation, 200) - unsent - unneeded - {
        "content-security-policy"
    }
    if "etag" in answer.headers:
        etag = answer.headers["etag"]
        known = api.get(address, headers={"If-None-Match": etag})
        assert _sent(known) == _documented(description, operation, 304) - unneeded
        other = api.get(address, headers={"If-Match": '"other"'})
        assert (other.headers["etag"], other.status_code) == (etag, 412)
        assert _sent(other) == _documented(description, operation, 412)


def _sent(answer: httpx.Response) -> set[str]:
    return set(answer.headers) - TRANSPORT_HEADERS


def _documented(description: Description, operation: Mapping[str, Any], status: int) -> set[str]:
    return set(description.headers_of(description.response_of(operation, status)))


def test_a_redirect_is_documented_and_keeps_the_query(api: httpx.Client) -> None:
    answer = api.get(f"/articles/{OTTAWA}/NL?format=json")
    assert answer.status_code == 308
    assert answer.headers["location"] == f"/articles/{OTTAWA}/nl?format=json"
