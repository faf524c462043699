import assert from "node:assert/strict";
import { test } from "node:test";
import {
  ConcurrentUpdateError,
  type HandledState,
  InMemoryHandledStates,
  StateFollower,
  UnreadableMessageError,
} from "../src/index.js";
import { type Batch, type Call, followerVectors } from "./vectors.js";

class HandlerError extends Error {}
class MemoryError extends Error {}

/** A memory that fails for the subjects that the batch names. */
class FailingStates extends InMemoryHandledStates {
  batch: Batch | null = null;

  override async find(subject: string): Promise<HandledState | null> {
    failIf(this.batch?.findFails?.includes(subject), MemoryError);
    return super.find(subject);
  }

  override async replace(subject: string, found: HandledState | null, next: HandledState) {
    failIf(this.batch?.replaceFails?.includes(subject), MemoryError);
    return super.replace(subject, found, next);
  }
}

function failIf(condition: boolean | undefined, error: new () => Error): void {
  if (condition) {
    throw new error();
  }
}

async function store(
  states: InMemoryHandledStates,
  wanted: Readonly<Record<string, HandledState>> = {},
): Promise<void> {
  for (const [subject, state] of Object.entries(wanted)) {
    assert(await states.replace(subject, await states.find(subject), state));
  }
}

async function follow(batch: Batch, states: FailingStates): Promise<void> {
  const calls: Call[] = [];
  const reasons: Record<string, string> = {};
  const follower = new StateFollower(
    states,
    async ({ message, ...call }) => {
      assert.equal(message.subject, call.subject);
      calls.push(call);
      await store(states, batch.storedMeanwhile);
      failIf(batch.handlerFails?.includes(`${call.subject}/${call.sequence}`), HandlerError);
    },
    ({ id }, reason) => {
      reasons[id] = reasonText(reason);
    },
  );
  states.batch = batch;
  const failures = await follower.follow(
    batch.messages.map(({ id, group, body }) => ({
      id,
      group,
      body: typeof body === "string" || body === null ? body : JSON.stringify(body),
    })),
  );
  states.batch = null;
  assert.deepEqual(calls, batch.calls);
  assert.deepEqual(failures, batch.failures);
  assert.deepEqual(reasons, batch.reasons ?? {});
}

function reasonText(reason: unknown): string {
  if (reason instanceof UnreadableMessageError) {
    return "unreadable";
  }
  if (reason instanceof ConcurrentUpdateError) {
    return "concurrent";
  }
  return reason instanceof MemoryError ? "memory" : "handler";
}

for (const { name, before, batches, after } of followerVectors) {
  test(name, async () => {
    const states = new FailingStates();
    await store(states, before);
    for (const batch of batches) {
      await follow(batch, states);
    }
    assert.deepEqual(states.all(), after);
  });
}
