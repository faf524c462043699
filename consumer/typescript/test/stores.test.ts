// The contract of every store, on the DynamoDB and the PostgreSQL of the environment (.ci/consumers).
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, beforeEach, describe, test } from "node:test";
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import pg from "pg";
import { DynamoDbHandledStates } from "../src/dynamodb.js";
import { type HandledState, type HandledStates, InMemoryHandledStates } from "../src/index.js";
import { PostgresHandledStates } from "../src/postgres.js";
import { createTable } from "./tables.js";
import { type StateVector, stateVectors } from "./vectors.js";

const SUBJECT = "order/1";
const FIRST = { sequence: 1, state: "processing", conflict: null, confirmed: false };
const SECOND = {
  sequence: 4,
  state: "completed",
  conflict: { terminalStates: ["completed", "failed"], resolvedState: null },
  confirmed: true,
};
const THIRD = { ...FIRST, sequence: 5, state: "completed" };

/** A new, empty store, and how it stored the subject, if it has a format. */
interface Fixture {
  states: HandledStates;
  stored?: () => Promise<unknown>;
  format?: (vector: StateVector) => unknown;
}

const dynamoDb = new DynamoDBClient();
const pool = new pg.Pool();
after(async () => {
  dynamoDb.destroy();
  await pool.end();
});

async function dynamoDbFixture(): Promise<Fixture> {
  const table = await createTable(dynamoDb);
  const get = new GetItemCommand({ TableName: table, Key: { subject: { S: SUBJECT } } });
  return {
    states: new DynamoDbHandledStates(dynamoDb, table),
    stored: async () => (await dynamoDb.send(get)).Item,
    format: ({ item }) => item,
  };
}

async function postgresFixture(): Promise<Fixture> {
  const table = `handled_${randomUUID().replaceAll("-", "_")}`;
  await pool.query(`CREATE TABLE ${table} (LIKE handled_states INCLUDING ALL)`);
  return {
    states: new PostgresHandledStates(pool, table),
    stored: async () =>
      (await pool.query(`SELECT row_to_json(r) AS row FROM ${table} r`)).rows[0].row,
    format: ({ row }) => row,
  };
}

const FIXTURES: Record<string, () => Promise<Fixture>> = {
  InMemoryHandledStates: async () => ({ states: new InMemoryHandledStates() }),
  DynamoDbHandledStates: dynamoDbFixture,
  PostgresHandledStates: postgresFixture,
};

for (const [name, create] of Object.entries(FIXTURES)) {
  describe(name, () => {
    let fixture: Fixture;
    let states: HandledStates;

    beforeEach(async () => {
      fixture = await create();
      states = fixture.states;
    });

    const stored = () => states.find(SUBJECT);
    const replace = (found: HandledState | null, next: HandledState) =>
      states.replace(SUBJECT, found, next);

    test("an unknown subject is not found", async () => {
      assert.equal(await stored(), null);
    });

    for (const vector of stateVectors) {
      test(`${vector.name}: found unchanged, and stored as in every language`, async () => {
        assert(await replace(null, vector.state));
        assert.deepEqual(await stored(), vector.state);
        assert.equal(await states.find("order/10"), null);
        if (fixture.stored !== undefined) {
          assert.deepEqual(await fixture.stored(), fixture.format?.(vector));
        }
      });
    }

    test("a state replaces the one found", async () => {
      assert(await replace(null, FIRST));
      assert(await replace(FIRST, SECOND));
      assert(await replace(SECOND, THIRD));
      assert.deepEqual(await stored(), THIRD);
    });

    test("a state is rejected after a concurrent update", async () => {
      await replace(null, FIRST);
      await replace(FIRST, SECOND);
      assert.equal(await replace(FIRST, THIRD), false);
      assert.equal(await replace(null, THIRD), false);
      assert.deepEqual(await stored(), SECOND);
    });

    test("a state is rejected if the one found is gone", async () => {
      assert.equal(await replace(FIRST, SECOND), false);
      assert.equal(await stored(), null);
    });
  });
}

test("only a plain name is a table's", () => {
  for (const name of ["", "a b", "a;b", "a.b.c", "1a"]) {
    assert.throws(() => new PostgresHandledStates(pool, name), TypeError);
  }
});

test("a missing table is an error, and no update by another consumer", async () => {
  for (const states of [
    new DynamoDbHandledStates(dynamoDb, "no-such-table"),
    new PostgresHandledStates(pool, "no_such_table"),
  ]) {
    await assert.rejects(states.find(SUBJECT));
    await assert.rejects(states.replace(SUBJECT, null, FIRST));
  }
});
