import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { type LedgerResult, RecordSnapshot, UnreadableSnapshotError } from "./ledger.js";
import type { Conflict, HandledState, HandledStates } from "./states.js";

export { type LedgerResult, RecordSnapshot, UnreadableSnapshotError } from "./ledger.js";

type Item = Record<string, AttributeValue>;

/** Placeholders for attribute names, because DynamoDB reserves many words. */
const NAMES = Object.fromEntries(
  [
    "subject",
    "state",
    "version",
    "conflict",
    "confirmedAt",
    "currentStatus",
    "last",
    "updatedAt",
    "erased",
  ].map((name) => [`#${name}`, name]),
);

/**
 * Stores handled states in a DynamoDB table of the consumer, one item for each subject, with the
 * key `subject` (S). Each message takes one consistent read; each newer message takes one
 * conditional write as well.
 *
 * Do not let items expire: a change whose item is gone is handled again if it is sent again.
 */
export class DynamoDbHandledStates implements HandledStates {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async find(subject: string): Promise<HandledState | null> {
    const { Item: item } = await this.#client.send(
      new GetItemCommand({
        TableName: this.#table,
        Key: { subject: { S: subject } },
        ConsistentRead: true,
      }),
    );
    return item === undefined ? null : handled(item);
  }

  /** A write whose response is lost counts as failed: its message arrives again and is skipped. */
  async replace(subject: string, found: HandledState | null, next: HandledState): Promise<boolean> {
    const condition =
      found === null
        ? { ConditionExpression: "attribute_not_exists(subject)" }
        : {
            ConditionExpression: "#sequence = :found",
            ExpressionAttributeNames: { "#sequence": "sequence" },
            ExpressionAttributeValues: { ":found": { N: String(found.sequence) } },
          };
    try {
      await this.#client.send(
        new PutItemCommand({ TableName: this.#table, Item: item(subject, next), ...condition }),
      );
      return true;
    } catch (error) {
      // By its name: the client may come from another copy of the SDK.
      if (error instanceof Error && error.name === "ConditionalCheckFailedException") {
        return false;
      }
      throw error;
    }
  }
}

/**
 * Reads the current state of a subject from the ledger's table, such as `rampline-ledger`. Use it
 * before an action that cannot be undone: a message has the state at the time it was sent. It reads
 * no details of the order or customer. One consistent read for each call.
 */
export class LedgerReader {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  /**
   * Reads the current state of a subject. Rejects with what the client rejects with if DynamoDB is
   * unavailable; a handler should let it pass to receive the change again.
   *
   * @throws UnreadableSnapshotError if the item is not a ledger record
   */
  async read(subject: string): Promise<LedgerResult> {
    const { Item: item } = await this.#client.send(
      new GetItemCommand({
        TableName: this.#table,
        Key: { subject: { S: subject } },
        ConsistentRead: true,
        ProjectionExpression: Object.keys(NAMES).join(", "),
        ExpressionAttributeNames: NAMES,
      }),
    );
    if (item === undefined) {
      return { kind: "unknown" };
    }
    try {
      return resultOf(item);
    } catch (cause) {
      throw new UnreadableSnapshotError("Not a readable ledger record", { cause });
    }
  }
}

function resultOf(item: Item): LedgerResult {
  const updatedAt = timeOf(required("updatedAt", item.updatedAt?.S));
  if (item.erased !== undefined && required("erased", item.erased.BOOL)) {
    return { kind: "erased", erasedAt: updatedAt };
  }
  const { confirmed } = item.currentStatus ? required("currentStatus", item.currentStatus.M) : {};
  const snapshot = new RecordSnapshot({
    subject: required("subject", item.subject?.S),
    state: required("state", item.state?.S),
    version: integerOf(required("version", item.version?.N)),
    conflict: conflictOf(item.conflict),
    confirmedAt: item.confirmedAt ? timeOf(required("confirmedAt", item.confirmedAt.S)) : null,
    confirmed: confirmed ? required("confirmed", confirmed.BOOL) : true,
    trust: required("trust", item.last?.M?.trust?.S),
    updatedAt,
  });
  return { kind: "found", snapshot };
}

function handled(item: Item): HandledState {
  return {
    sequence: integerOf(required("sequence", item.sequence?.N)),
    state: required("state", item.state?.S),
    conflict: conflictOf(item.conflict),
    confirmed: item.confirmed ? required("confirmed", item.confirmed.BOOL) : false,
  };
}

function conflictOf(value: AttributeValue | undefined): Conflict | null {
  if (value === undefined) {
    return null;
  }
  const { terminalStates, resolvedState } = required("conflict", value.M);
  return {
    terminalStates: required("terminalStates", terminalStates?.L).map((state) =>
      required("terminalStates", state.S),
    ),
    resolvedState: resolvedState ? required("resolvedState", resolvedState.S) : null,
  };
}

function integerOf(digits: string): number {
  const integer = Number(digits);
  return required("integer", Number.isSafeInteger(integer) ? integer : undefined);
}

function timeOf(text: string): Date {
  const time = new Date(text);
  return required("time", Number.isNaN(time.getTime()) ? undefined : time);
}

function item(subject: string, { sequence, state, conflict, confirmed }: HandledState): Item {
  return {
    subject: { S: subject },
    sequence: { N: String(sequence) },
    state: { S: state },
    ...(conflict !== null && { conflict: { M: conflictItem(conflict) } }),
    ...(confirmed && { confirmed: { BOOL: true } }),
  };
}

function conflictItem({ terminalStates, resolvedState }: Conflict): Item {
  return {
    terminalStates: { L: terminalStates.map((state) => ({ S: state })) },
    ...(resolvedState !== null && { resolvedState: { S: resolvedState } }),
  };
}

function required<T>(name: string, value: T | undefined): T {
  if (value === undefined) {
    throw new TypeError(`The item has no valid attribute: ${name}`);
  }
  return value;
}
