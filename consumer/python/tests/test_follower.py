import json
from typing import Any, get_type_hints

import pytest

from rampline_consumer import (
    Change,
    InMemoryHandledStates,
    MessageData,
    QueueMessage,
    StateFollower,
    UnreadableMessageError,
    follow_lambda_batch,
)

from . import vectors

CASES = vectors.read("follower.json")["cases"]


def record(subject: str, message_id: str) -> dict[str, Any]:
    body = json.dumps(CASES[0]["batches"][0]["messages"][0]["body"]).replace("order/1", subject)
    return {"messageId": message_id, "body": body, "attributes": {"MessageGroupId": subject}}


def test_failing_listener_affects_no_other_message() -> None:
    calls: list[str] = []

    def on_change(change: Change) -> None:
        calls.append(change.subject)
        if change.subject == "order/1":
            raise RuntimeError

    def on_failure(_delivery: QueueMessage, _reason: Exception) -> None:
        raise RuntimeError("log unavailable")

    follower = StateFollower(InMemoryHandledStates(), on_change, on_failure)
    event = {"Records": [record("order/1", "a"), record("order/2", "b")]}
    assert follow_lambda_batch(follower, event) == {"batchItemFailures": [{"itemIdentifier": "a"}]}
    assert calls == ["order/1", "order/2"]


def test_messages_of_lambda_without_a_group_fail_independently() -> None:
    changes: list[Change] = []
    follower = StateFollower(InMemoryHandledStates(), changes.append, lambda *_: None)
    body = record("order/1", "b")["body"]
    event = {"Records": [{"messageId": "a", "body": "?"}, {"messageId": "b", "body": body}]}
    assert follow_lambda_batch(follower, event) == {"batchItemFailures": [{"itemIdentifier": "a"}]}
    assert [change.message.data["channel"] for change in changes] == ["webhook"]


@pytest.mark.parametrize("body", ["Jane Doe", "[" * 100_000, '{"state": NaN}', "1" * 10_000])
def test_error_about_an_unreadable_message_quotes_no_data(body: str) -> None:
    reasons: list[Exception] = []
    follower = StateFollower(
        InMemoryHandledStates(), lambda _: None, lambda _, reason: reasons.append(reason)
    )
    assert follower.follow([QueueMessage("a", "a", body)]) == ["a"]
    (reason,) = reasons
    assert isinstance(reason, UnreadableMessageError)
    assert reason.__cause__ is None
    assert "Jane" not in str(reason)


def test_ends_of_the_process_pass() -> None:
    def on_change(_change: Change) -> None:
        raise KeyboardInterrupt

    follower = StateFollower(InMemoryHandledStates(), on_change, lambda *_: None)
    with pytest.raises(KeyboardInterrupt):
        follow_lambda_batch(follower, {"Records": [record("order/1", "a")]})


def test_message_data_has_the_members_of_the_schema() -> None:
    file = vectors.REPOSITORY / "core/src/main/resources/dev/rampline/message/data.v1.schema.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    parts = [schema, schema["$defs"]["order"], schema["$defs"]["kyc"]]
    assert get_type_hints(MessageData).keys() == {
        name for part in parts for name in part["properties"]
    }
    assert MessageData.__required_keys__ == set(schema["required"])
