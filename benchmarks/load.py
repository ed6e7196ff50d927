"""Load from wrk: 32 connections that each ask again as soon as they are answered."""

import json
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.processor import pinned_to
from tests.varnish.readers import readings

CONNECTIONS = 32
SCRIPT = Path(__file__).with_name("load.lua")
SECONDS_TO_ANSWER = 10
SECONDS_TO_FINISH = 30

HEADERS = 1000
"""Drawn from what readers send, the frequent ones more often: about 350 distinct ones."""


@cache
def accept_languages() -> tuple[str, ...]:
    return tuple(reading.languages for reading in readings(["/"], HEADERS, seed=1))


@dataclass(frozen=True, slots=True)
class Addresses:
    """``path`` may have a number's place, as ``%06d``, for one that is drawn from 1 to ``largest``."""

    path: str
    largest: int = 1

    def at(self, number: int) -> str:
        return self.path % number if "%" in self.path else self.path


@dataclass(frozen=True, slots=True)
class Load:
    """What wrk saw. ``refused``: answered with a status from 400; ``broken``: not at all, or too late."""

    requests: int
    seconds: float
    p50_ms: float
    p99_ms: float
    refused: int
    broken: int


def put_load(origin: str, addresses: Addresses, *, seconds: int, core: int, seed: int = 1) -> Load:
    command = [
        *("wrk", "--threads", "1", "--connections", str(CONNECTIONS), "--duration", f"{seconds}s"),
        *("--timeout", f"{SECONDS_TO_ANSWER}s", "--script", str(SCRIPT), origin),
        *("--", str(seed), addresses.path, str(addresses.largest), *accept_languages()),
    ]
    with pinned_to(core):
        output = subprocess.run(
            command, check=True, capture_output=True, text=True, timeout=seconds + SECONDS_TO_FINISH
        ).stdout
    return parse_report(output)


def parse_report(output: str) -> Load:
    """Of all that wrk prints, the line that load.lua adds at the end."""
    return Load(**json.loads(output.strip().splitlines()[-1]))
