"""A memory in PostgreSQL, for connections of psycopg 3."""

import json
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from .states import Conflict, HandledState

_TABLE = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)?", re.ASCII)


class PostgresHandledStates:
    """Stores handled states in a table of PostgreSQL, one row for each subject.

    ``connect`` opens a connection that commits at the end of its context, such as
    ``pool.connection`` of a ``psycopg_pool.ConnectionPool``, or ``lambda: psycopg.connect(...)``.
    The table is that of docs/handled-states.md#postgresql, given by its name with or without a
    schema. Each message takes one query; each newer message takes one update as well.

    Connect to the primary server: a replica may not have the last state yet.
    """

    def __init__(self, connect: Callable[[], AbstractContextManager[Any]], table: str) -> None:
        if not _TABLE.fullmatch(table):
            raise ValueError(f"Not a plain name of a table: {table}")
        self._connect = connect
        self._table = table

    def find(self, subject: str) -> HandledState | None:
        """Return the stored state; None if there is none."""
        with self._connect() as connection:
            row = connection.execute(
                f"SELECT sequence, state, conflict::text, confirmed FROM {self._table}"
                " WHERE subject = %s",
                (subject,),
            ).fetchone()
        if row is None:
            return None
        sequence, state, conflict, confirmed = row
        return HandledState(sequence, state, _conflict(conflict), confirmed)

    def replace(self, subject: str, found: HandledState | None, new: HandledState) -> bool:
        """Replace the stored state if it is still the one found.

        A write whose response is lost counts as failed: its message arrives again and is skipped.
        """
        values = (new.sequence, new.state, _json(new.conflict), new.confirmed, subject)
        with self._connect() as connection:
            if found is None:
                cursor = connection.execute(
                    f"INSERT INTO {self._table} (sequence, state, conflict, confirmed, subject)"
                    " VALUES (%s, %s, %s::jsonb, %s, %s) ON CONFLICT (subject) DO NOTHING",
                    values,
                )
            else:
                cursor = connection.execute(
                    f"UPDATE {self._table} SET sequence = %s, state = %s, conflict = %s::jsonb,"
                    " confirmed = %s WHERE subject = %s AND sequence = %s",
                    (*values, found.sequence),
                )
            return bool(cursor.rowcount == 1)


def _conflict(text: str | None) -> Conflict | None:
    if text is None:
        return None
    conflict = json.loads(text)
    return Conflict(tuple(conflict["terminalStates"]), conflict.get("resolvedState"))


def _json(conflict: Conflict | None) -> str | None:
    if conflict is None:
        return None
    members: dict[str, Any] = {"terminalStates": conflict.terminal_states}
    if conflict.resolved_state is not None:
        members["resolvedState"] = conflict.resolved_state
    return json.dumps(members)
