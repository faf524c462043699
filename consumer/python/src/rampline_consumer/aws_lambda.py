"""Follows Lambda's SQS batches."""

from collections.abc import Mapping
from typing import Any, TypedDict

from .follower import QueueMessage, StateFollower


class ItemFailure(TypedDict):
    """A failed message."""

    itemIdentifier: str


class BatchResponse(TypedDict):
    """The response that reports the failed messages."""

    batchItemFailures: list[ItemFailure]


def follow_lambda_batch(follower: StateFollower, event: Mapping[str, Any]) -> BatchResponse:
    """Handle a batch of Lambda. The event source must enable ``ReportBatchItemFailures``.

    Without a message group, each message is its own group.
    """
    failed = follower.follow(
        QueueMessage(
            id=record["messageId"],
            group=record.get("attributes", {}).get("MessageGroupId", record["messageId"]),
            body=record["body"],
        )
        for record in event["Records"]
    )
    return {"batchItemFailures": [{"itemIdentifier": id_} for id_ in failed]}
