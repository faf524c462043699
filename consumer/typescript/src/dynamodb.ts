import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { Conflict, HandledState, HandledStates } from "./states.js";

type Item = Record<string, AttributeValue>;

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

function handled(item: Item): HandledState {
  return {
    sequence: Number(required("sequence", item.sequence?.N)),
    state: required("state", item.state?.S),
    conflict: item.conflict === undefined ? null : conflictOf(item.conflict),
    confirmed: item.confirmed?.BOOL ?? false,
  };
}

function conflictOf({ M: conflict }: AttributeValue): Conflict {
  const states = required("terminalStates", conflict?.terminalStates?.L);
  return {
    terminalStates: states.map((state) => required("terminalStates", state.S)),
    resolvedState: conflict?.resolvedState?.S ?? null,
  };
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
