"""Holds every answer against the OpenAPI document."""

import json
import re
from collections.abc import Mapping
from typing import Any

import httpx
from openapi_schema_validator import OAS31Validator, oas31_format_checker

PROBLEM = "application/problem+json"
TRANSPORT_HEADERS = {"connection", "content-length", "content-type", "date", "transfer-encoding"}


LEFT_TO_DEFAULT = {405, 413, 415}


class Description:
    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self._validators: dict[str, OAS31Validator] = {}
        self._addresses = {path: _pattern(path) for path in document["paths"]}

    def operations(self) -> dict[str, Mapping[str, Any]]:
        """The GET operations by path."""
        return {path: item["get"] for path, item in self.document["paths"].items()}

    def path_of(self, address: str) -> str | None:
        """The path, as the document writes it, that an address without its query has; None for no path."""
        found = [path for path, pattern in self._addresses.items() if pattern.fullmatch(address)]
        return min(found, key=lambda path: path.count("{"), default=None)

    def resolve(self, part: Mapping[str, Any]) -> Mapping[str, Any]:
        while "$ref" in part:
            target: Any = self.document
            for name in part["$ref"].removeprefix("#/").split("/"):
                target = target[name]
            part = target
        return part

    def response_of(self, operation: Mapping[str, Any], status: int) -> Mapping[str, Any]:
        responses = operation["responses"]
        key = "default" if status in LEFT_TO_DEFAULT else str(status)
        assert key in responses, f"{operation['operationId']}: {status} is not documented"
        return self.resolve(responses[key])

    def headers_of(self, response: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
        return {name.lower(): self.resolve(header) for name, header in response.get("headers", {}).items()}

    def validate(self, body: Any, schema: Mapping[str, Any]) -> None:
        """Raises ValidationError."""
        self._validator(json.dumps(schema)).validate(body)

    def _validator(self, schema: str) -> OAS31Validator:
        """Made once: it crawls the whole document for its references."""
        if schema not in self._validators:
            whole = {**json.loads(schema), "components": self.document["components"]}
            self._validators[schema] = OAS31Validator(whole, format_checker=oas31_format_checker)
        return self._validators[schema]

    def check(self, answer: httpx.Response) -> None:
        """Called for every answer before the test sees it."""
        answer.read()
        if answer.status_code >= 400:
            assert answer.headers["content-type"] == PROBLEM
        path = self.path_of(answer.request.url.raw_path.partition(b"?")[0].decode())
        if path is None or answer.request.method not in ("GET", "HEAD"):
            if answer.status_code >= 400 and answer.content:
                self.validate(answer.json(), {"$ref": "#/components/schemas/ProblemDocument"})
            return
        response = self.response_of(self.operations()[path], answer.status_code)
        self._check_headers(answer, response)
        if answer.content:
            media_type = answer.headers["content-type"].partition(";")[0]
            content = response["content"][media_type]
            self.validate(answer.json() if media_type.endswith("json") else answer.text, content["schema"])

    def _check_headers(self, answer: httpx.Response, response: Mapping[str, Any]) -> None:
        documented = self.headers_of(response)
        sent = set(answer.headers) - TRANSPORT_HEADERS
        always = {name for name, header in documented.items() if header.get("required")}
        assert not always - sent, f"documented for {answer.request.url}, not sent"
        assert not sent - documented.keys(), f"sent for {answer.request.url}, not documented"


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path)))
