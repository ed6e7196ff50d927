"""Load from wrk: 32 connections that each ask again as soon as they are answered."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processor import pinned_to

CONNECTIONS = 32
SCRIPT = Path(__file__).with_name("load.lua")
SECONDS_TO_ANSWER = 10
SECONDS_TO_FINISH = 30

ACCEPT_LANGUAGES = (
    "nl-NL,nl;q=0.9,en-US;q=0.8,en;q=0.7",
    "en-US,en;q=0.5",
    "fr-BE,fr;q=0.9,nl-BE;q=0.8,nl;q=0.7,en;q=0.6",
    "de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7",
    "nl",
    "en-GB,en-US;q=0.9,en;q=0.8",
    "ar",
    "*",
)
"""As browsers, telephones and programs send them; one of them asks for nothing that there is."""


@dataclass(frozen=True, slots=True)
class Load:
    """What wrk saw. ``refused``: answered with a status from 400; ``broken``: not at all, or too late."""

    requests: int
    seconds: float
    p50_ms: float
    p99_ms: float
    refused: int
    broken: int


def put_load(url: str, *, seconds: int, core: int) -> Load:
    command = [
        *("wrk", "--threads", "1", "--connections", str(CONNECTIONS), "--duration", f"{seconds}s"),
        *("--timeout", f"{SECONDS_TO_ANSWER}s", "--script", str(SCRIPT), url, "--", *ACCEPT_LANGUAGES),
    ]
    with pinned_to(core):
        output = subprocess.run(
            command, check=True, capture_output=True, text=True, timeout=seconds + SECONDS_TO_FINISH
        ).stdout
    return parse_report(output)


def parse_report(output: str) -> Load:
    """Of all that wrk prints, the line that load.lua adds at the end."""
    return Load(**json.loads(output.strip().splitlines()[-1]))
