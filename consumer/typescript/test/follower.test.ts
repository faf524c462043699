import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Change,
  followLambdaBatch,
  InMemoryHandledStates,
  StateFollower,
  UnreadableMessageError,
} from "../src/index.js";
import { followerVectors, readJson, readText } from "./vectors.js";

const SUBJECTS = ["order/1", "order/2"];

function lambdaRecord(subject: string, messageId: string) {
  const [valid] = followerVectors[0]?.batches[0]?.messages ?? [];
  const body = JSON.stringify(valid?.body).replaceAll("order/1", subject);
  return { messageId, body, attributes: { MessageGroupId: subject } };
}

test("a failing listener affects no other message", async () => {
  const calls: string[] = [];
  const follower = new StateFollower(
    new InMemoryHandledStates(),
    ({ subject }) => {
      calls.push(subject);
      if (subject === "order/1") {
        throw new Error("the handler fails");
      }
    },
    async () => {
      throw new Error("log unavailable");
    },
  );
  const event = { Records: SUBJECTS.map((subject) => lambdaRecord(subject, subject)) };

  assert.deepEqual(await followLambdaBatch(follower, event), {
    batchItemFailures: [{ itemIdentifier: "order/1" }],
  });
  assert.deepEqual(calls, SUBJECTS);
});

test("Lambda's messages without a group fail independently", async () => {
  const changes: Change[] = [];
  const follower = new StateFollower(
    new InMemoryHandledStates(),
    (change) => void changes.push(change),
    () => {},
  );
  const { body } = lambdaRecord("order/1", "b");
  const event = {
    Records: [
      { messageId: "a", body: "?" },
      { messageId: "b", body },
    ],
  };

  assert.deepEqual(await followLambdaBatch(follower, event), {
    batchItemFailures: [{ itemIdentifier: "a" }],
  });
  assert.equal(changes[0]?.message.data.channel, "webhook");
});

test("an error about an unreadable message quotes no data", async () => {
  const reasons: unknown[] = [];
  const follower = new StateFollower(
    new InMemoryHandledStates(),
    () => {},
    (_, reason) => void reasons.push(reason),
  );
  await follower.follow([{ id: "a", group: "a", body: "Jane Doe" }]);

  assert(reasons[0] instanceof UnreadableMessageError);
  assert.doesNotMatch(String(reasons[0].stack), /Jane/);
});

test("MessageData has the members of the schema", () => {
  type Properties = { properties: object };
  const schema = readJson<Properties & { $defs: { order: Properties; kyc: Properties } }>(
    "core/src/main/resources/dev/rampline/message/data.v1.schema.json",
  );
  const wanted = [schema, schema.$defs.order, schema.$defs.kyc].flatMap((part) =>
    Object.keys(part.properties),
  );
  const source = readText("consumer/typescript/src/message.ts");
  const [, members = ""] = source.match(/interface MessageData \{(.*?)\n\}/s) ?? [];
  const found = [...members.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, name]) => name);

  assert.deepEqual(found.sort(), [...new Set(wanted)].sort());
});
