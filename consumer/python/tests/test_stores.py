"""The contract of every store, on the services of the environment (.ci/consumers)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

import boto3
import psycopg
import pytest

from rampline_consumer import Conflict, HandledState, HandledStates, InMemoryHandledStates
from rampline_consumer.dynamodb import DynamoDbHandledStates
from rampline_consumer.postgres import PostgresHandledStates

from . import vectors

SUBJECT = "order/1"
FIRST = HandledState(1, "processing", None, False)
SECOND = HandledState(4, "completed", Conflict(("completed", "failed"), None), True)
THIRD = replace(FIRST, sequence=5, state="completed")
STATES = vectors.read("handled-states.json")["states"]


@dataclass
class Fixture:
    """A new, empty store, and how it stored the subject, if it has a format."""

    states: HandledStates
    format: str | None = None
    stored: Callable[[], Any] = lambda: None


def in_memory() -> Fixture:
    return Fixture(InMemoryHandledStates())


def dynamo_db() -> Fixture:
    client = boto3.client("dynamodb")
    table = vectors.create_table(client)

    def stored() -> Any:
        return client.get_item(TableName=table, Key={"subject": {"S": SUBJECT}})["Item"]

    return Fixture(DynamoDbHandledStates(client, table), "item", stored)


def postgres() -> Fixture:
    table = f"handled_{uuid4().hex}"
    with psycopg.connect() as connection:
        connection.execute(f"CREATE TABLE {table} (LIKE handled_states INCLUDING ALL)")

    def stored() -> Any:
        with psycopg.connect() as connection:
            (row,) = connection.execute(f"SELECT row_to_json(r) FROM {table} r").fetchall()
        return row[0]

    return Fixture(PostgresHandledStates(psycopg.connect, table), "row", stored)


@pytest.fixture(params=[in_memory, dynamo_db, postgres], ids=lambda create: create.__name__)
def fixture(request: pytest.FixtureRequest) -> Fixture:
    created: Fixture = request.param()
    return created


@pytest.fixture
def states(fixture: Fixture) -> HandledStates:
    return fixture.states


def test_unknown_subject_is_not_found(states: HandledStates) -> None:
    assert states.find(SUBJECT) is None


@pytest.mark.parametrize("vector", STATES, ids=lambda vector: vector["name"])
def test_state_is_found_unchanged_and_stored_as_in_every_language(
    fixture: Fixture, vector: dict[str, Any]
) -> None:
    state = vectors.state_of(vector["state"])
    assert fixture.states.replace(SUBJECT, None, state)
    assert fixture.states.find(SUBJECT) == state
    assert fixture.states.find("order/10") is None
    if fixture.format is not None:
        assert fixture.stored() == vector[fixture.format]


def test_state_replaces_the_one_found(states: HandledStates) -> None:
    assert states.replace(SUBJECT, None, FIRST)
    assert states.replace(SUBJECT, FIRST, SECOND)
    assert states.replace(SUBJECT, SECOND, THIRD)
    assert states.find(SUBJECT) == THIRD


def test_state_is_rejected_after_a_concurrent_update(states: HandledStates) -> None:
    states.replace(SUBJECT, None, FIRST)
    states.replace(SUBJECT, FIRST, SECOND)
    assert not states.replace(SUBJECT, FIRST, THIRD)
    assert not states.replace(SUBJECT, None, THIRD)
    assert states.find(SUBJECT) == SECOND


def test_state_is_rejected_if_the_one_found_is_gone(states: HandledStates) -> None:
    assert not states.replace(SUBJECT, FIRST, SECOND)
    assert states.find(SUBJECT) is None


@pytest.mark.parametrize("name", ["", "a b", "a;b", "a.b.c", "1a", "a\n"])
def test_only_a_plain_name_is_a_tables(name: str) -> None:
    with pytest.raises(ValueError, match="plain name"):
        PostgresHandledStates(psycopg.connect, name)


@pytest.mark.parametrize(
    "states",
    [
        DynamoDbHandledStates(boto3.client("dynamodb"), "no-such-table"),
        PostgresHandledStates(psycopg.connect, "no_such_table"),
    ],
    ids=["dynamo_db", "postgres"],
)
def test_missing_table_is_an_error_and_no_update_by_another_consumer(
    states: HandledStates,
) -> None:
    with pytest.raises(Exception, match=r"no_such_table|ResourceNotFoundException"):
        states.find(SUBJECT)
    with pytest.raises(Exception, match=r"no_such_table|ResourceNotFoundException"):
        states.replace(SUBJECT, None, FIRST)
