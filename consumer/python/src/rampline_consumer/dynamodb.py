"""A memory in DynamoDB, and the ledger, for clients of boto3."""

from datetime import datetime
from typing import Any

from .ledger import (
    Erased,
    Found,
    LedgerResult,
    RecordSnapshot,
    Unknown,
    UnreadableSnapshotError,
)
from .states import Conflict, HandledState

__all__ = [
    "DynamoDbHandledStates",
    "Erased",
    "Found",
    "LedgerReader",
    "LedgerResult",
    "RecordSnapshot",
    "Unknown",
    "UnreadableSnapshotError",
]

# Placeholders for attribute names, because DynamoDB reserves many words.
_NAMES = {
    f"#{name}": name
    for name in (
        "subject",
        "state",
        "version",
        "conflict",
        "confirmedAt",
        "currentStatus",
        "last",
        "updatedAt",
        "erased",
    )
}


class DynamoDbHandledStates:
    """Stores handled states in a DynamoDB table of the consumer, one item for each subject.

    The table's key is ``subject`` (S), the client ``boto3.client("dynamodb")``. Each message takes
    one consistent read; each newer message takes one conditional write as well.

    Do not let items expire: a change whose item is gone is handled again if it is sent again.
    """

    def __init__(self, client: Any, table: str) -> None:
        self._client = client
        self._table = table

    def find(self, subject: str) -> HandledState | None:
        """Return the stored state with a consistent read; None if there is none."""
        response = self._client.get_item(
            TableName=self._table, Key={"subject": {"S": subject}}, ConsistentRead=True
        )
        return _handled(response["Item"]) if "Item" in response else None

    def replace(self, subject: str, found: HandledState | None, new: HandledState) -> bool:
        """Replace the stored state if it is still the one found.

        A write whose response is lost counts as failed: its message arrives again and is skipped.
        """
        condition: dict[str, Any] = {"ConditionExpression": "attribute_not_exists(subject)"}
        if found is not None:
            condition = {
                "ConditionExpression": "#sequence = :found",
                "ExpressionAttributeNames": {"#sequence": "sequence"},
                "ExpressionAttributeValues": {":found": {"N": str(found.sequence)}},
            }
        try:
            self._client.put_item(TableName=self._table, Item=_item(subject, new), **condition)
        except self._client.exceptions.ConditionalCheckFailedException:
            return False
        return True


class LedgerReader:
    """Reads the current state of a subject from the ledger's table, such as ``rampline-ledger``.

    Use it before an action that cannot be undone: a message has the state at the time it was sent.
    It reads no details of the order or customer. One consistent read for each call.
    """

    def __init__(self, client: Any, table: str) -> None:
        self._client = client
        self._table = table

    def read(self, subject: str) -> LedgerResult:
        """Read the current state of a subject.

        Raises UnreadableSnapshotError if the item is not a ledger record, and what the client
        raises if DynamoDB is unavailable. A handler should let both pass to receive the change
        again.
        """
        response = self._client.get_item(
            TableName=self._table,
            Key={"subject": {"S": subject}},
            ConsistentRead=True,
            ProjectionExpression=", ".join(_NAMES),
            ExpressionAttributeNames=_NAMES,
        )
        if "Item" not in response:
            return Unknown()
        try:
            return _result(response["Item"])
        except (KeyError, ValueError) as invalid:
            raise UnreadableSnapshotError("Not a readable ledger record") from invalid


def _result(item: dict[str, Any]) -> LedgerResult:
    updated_at = datetime.fromisoformat(item["updatedAt"]["S"])
    if _optional(item, "erased", "BOOL", False):
        return Erased(updated_at)
    confirmed_at = _optional(item, "confirmedAt", "S")
    return Found(
        RecordSnapshot(
            subject=item["subject"]["S"],
            state=item["state"]["S"],
            version=int(item["version"]["N"]),
            conflict=_conflict(item),
            confirmed_at=confirmed_at and datetime.fromisoformat(confirmed_at),
            confirmed=_optional(
                _optional(item, "currentStatus", "M", {}), "confirmed", "BOOL", True
            ),
            trust=item["last"]["M"]["trust"]["S"],
            updated_at=updated_at,
        )
    )


def _handled(item: dict[str, Any]) -> HandledState:
    return HandledState(
        sequence=int(item["sequence"]["N"]),
        state=item["state"]["S"],
        conflict=_conflict(item),
        confirmed=_optional(item, "confirmed", "BOOL", False),
    )


def _conflict(item: dict[str, Any]) -> Conflict | None:
    conflict = _optional(item, "conflict", "M")
    if conflict is None:
        return None
    return Conflict(
        tuple(state["S"] for state in conflict["terminalStates"]["L"]),
        _optional(conflict, "resolvedState", "S"),
    )


def _optional(item: dict[str, Any], name: str, kind: str, absent: Any = None) -> Any:
    """Return an attribute's value; raises KeyError if it has another type."""
    return item[name][kind] if name in item else absent


def _item(subject: str, handled: HandledState) -> dict[str, Any]:
    item: dict[str, Any] = {
        "subject": {"S": subject},
        "sequence": {"N": str(handled.sequence)},
        "state": {"S": handled.state},
    }
    if handled.conflict is not None:
        item["conflict"] = {"M": _conflict_item(handled.conflict)}
    if handled.confirmed:
        item["confirmed"] = {"BOOL": True}
    return item


def _conflict_item(conflict: Conflict) -> dict[str, Any]:
    item: dict[str, Any] = {"terminalStates": {"L": [{"S": s} for s in conflict.terminal_states]}}
    if conflict.resolved_state is not None:
        item["resolvedState"] = {"S": conflict.resolved_state}
    return item
