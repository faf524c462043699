"""A memory in DynamoDB, for clients of boto3."""

from typing import Any

from .states import Conflict, HandledState


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


def _handled(item: dict[str, Any]) -> HandledState:
    return HandledState(
        sequence=int(item["sequence"]["N"]),
        state=item["state"]["S"],
        conflict=_conflict(item["conflict"]["M"]) if "conflict" in item else None,
        confirmed=item.get("confirmed", {}).get("BOOL", False),
    )


def _conflict(conflict: dict[str, Any]) -> Conflict:
    return Conflict(
        tuple(state["S"] for state in conflict["terminalStates"]["L"]),
        conflict.get("resolvedState", {}).get("S"),
    )


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
