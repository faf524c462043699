// Reads the vectors' items from a DynamoDB of the environment (.ci/consumers).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import {
  LedgerReader,
  type LedgerResult,
  RecordSnapshot,
  UnreadableSnapshotError,
} from "../src/dynamodb.js";
import { createTable } from "./tables.js";
import { type LedgerVector, ledgerVectors } from "./vectors.js";

const client = new DynamoDBClient();
let table: string;
before(async () => {
  table = await createTable(client);
});
after(() => client.destroy());

function expected(result: LedgerVector["result"]): LedgerResult {
  switch (result.type) {
    case "erased":
      return { kind: "erased", erasedAt: new Date(result.erasedAt) };
    case "found": {
      const { type: _, confirmedAt, updatedAt, ...fields } = result;
      const snapshot = new RecordSnapshot({
        ...fields,
        confirmedAt: confirmedAt === null ? null : new Date(confirmedAt),
        updatedAt: new Date(updatedAt),
      });
      return { kind: "found", snapshot };
    }
    default:
      return { kind: "unknown" };
  }
}

for (const { name, item, result, changes = [] } of ledgerVectors) {
  test(name, async () => {
    if (item !== null) {
      await client.send(new PutItemCommand({ TableName: table, Item: item }));
    }
    const read = new LedgerReader(client, table).read(item?.subject?.S ?? "order/unknown");
    if (result.type === "unreadable") {
      await assert.rejects(read, UnreadableSnapshotError);
      return;
    }
    const found = await read;
    assert.deepEqual(found, expected(result));
    for (const { isBehind, isConsistent, ...change } of changes) {
      assert(found.kind === "found");
      assert.equal(found.snapshot.isBehind(change), isBehind);
      assert.equal(found.snapshot.isConsistentWith(change), isConsistent);
    }
  });
}

test("a missing table is an error of the client", async () => {
  await assert.rejects(new LedgerReader(client, "no-such-table").read("order/1"), {
    name: "ResourceNotFoundException",
  });
});
