"""Reads the vectors and the states in them, and creates tables for them."""

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

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


def create_table(client: Any) -> str:
    """Create a table with one item for each subject."""
    name = f"consumer-{uuid4()}"
    client.create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": "subject", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "subject", "KeyType": "HASH"}],
    )
    return name
