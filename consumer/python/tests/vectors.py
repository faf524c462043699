"""Reads the vectors, and the states in them."""

import json
from pathlib import Path
from typing import Any

from rampline_consumer import Conflict, HandledState

REPOSITORY = Path(__file__).resolve().parents[3]
VECTORS = REPOSITORY / "consumer/vectors"


def read(file: str) -> Any:
    return json.loads((VECTORS / file).read_text(encoding="utf-8"))


def state_of(vector: dict[str, Any]) -> HandledState:
    return HandledState(
        vector["sequence"], vector["state"], conflict_of(vector["conflict"]), vector["confirmed"]
    )


def conflict_of(vector: dict[str, Any] | None) -> Conflict | None:
    if vector is None:
        return None
    return Conflict(tuple(vector["terminalStates"]), vector["resolvedState"])
