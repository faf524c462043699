"""Reads the vectors' items from a DynamoDB of the environment (.ci/consumers)."""

from datetime import datetime
from typing import Any, cast
from uuid import uuid4

import boto3
import pytest

from rampline_consumer import Change, StateMessage
from rampline_consumer.dynamodb import (
    Erased,
    Found,
    LedgerReader,
    LedgerResult,
    RecordSnapshot,
    Unknown,
    UnreadableSnapshotError,
)

from . import vectors

CASES = vectors.read("ledger.json")["cases"]


@pytest.fixture(scope="module")
def table() -> str:
    return vectors.create_table(boto3.client("dynamodb"))


def subject_of(case: dict[str, Any]) -> str:
    return str(case["item"]["subject"]["S"]) if case["item"] else "order/unknown"


def expected(result: dict[str, Any]) -> LedgerResult:
    if result["type"] == "erased":
        return Erased(datetime.fromisoformat(result["erasedAt"]))
    if result["type"] == "unknown":
        return Unknown()
    confirmed_at = result["confirmedAt"]
    return Found(
        RecordSnapshot(
            subject=result["subject"],
            state=result["state"],
            version=result["version"],
            conflict=vectors.conflict_of(result["conflict"]),
            confirmed_at=confirmed_at and datetime.fromisoformat(confirmed_at),
            confirmed=result["confirmed"],
            trust=result["trust"],
            updated_at=datetime.fromisoformat(result["updatedAt"]),
        )
    )


def change_of(change: dict[str, Any]) -> Change:
    message = StateMessage(
        subject=change["subject"],
        kind="order",
        sequence=change["sequence"],
        state=change["state"],
        conflict=None,
        confirmed=False,
        data=cast(Any, {}),
    )
    return Change(None, message)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(table: str, case: dict[str, Any]) -> None:
    client = boto3.client("dynamodb")
    if case["item"]:
        client.put_item(TableName=table, Item=case["item"])
    reader = LedgerReader(client, table)
    if case["result"]["type"] == "unreadable":
        with pytest.raises(UnreadableSnapshotError, match="Not a readable ledger record"):
            reader.read(subject_of(case))
        return
    result = reader.read(subject_of(case))
    assert result == expected(case["result"])
    for vector in case.get("changes", []):
        assert isinstance(result, Found)
        change = change_of(vector)
        assert result.snapshot.is_behind(change) == vector["isBehind"]
        assert result.snapshot.is_consistent_with(change) == vector["isConsistent"]


def test_missing_table_is_an_error_of_the_client() -> None:
    client = boto3.client("dynamodb")
    with pytest.raises(client.exceptions.ResourceNotFoundException):
        LedgerReader(client, f"no-such-{uuid4()}").read("order/1")
