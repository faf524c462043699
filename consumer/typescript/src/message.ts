import type { Conflict } from "./states.js";

/**
 * The data of a message, as in the schema `urn:rampline:data:1`. Amounts are exact decimals as
 * texts, times are ISO 8601. The follower checks only what it decides by. Later versions may add
 * members.
 */
export interface MessageData {
  readonly subject: string;
  readonly kind: "order" | "kyc";
  readonly state: string;
  readonly previousState?: string;
  readonly rawStatus?: string;
  readonly eventName?: string;
  readonly channel: "webhook" | "api" | "socket";
  readonly trust: "unverified" | "signed" | "fetched";
  readonly occurredAt?: string;
  readonly receivedAt: string;
  readonly version: number;
  readonly confirmedAt?: string;
  readonly conflict: (Conflict & { readonly providerState?: string }) | null;
  readonly unverified: readonly {
    readonly state: string;
    readonly channel: string;
    readonly receivedAt: string;
  }[];
  readonly backfill: boolean;
  readonly extra?: Readonly<Record<string, string>>;

  // Orders
  readonly orderId?: string;
  readonly partnerOrderId?: string;
  readonly side?: "BUY" | "SELL" | "NFT";
  readonly fiatAmount?: string;
  readonly fiatCurrency?: string;
  readonly cryptoAmount?: string;
  readonly cryptoCurrency?: string;
  readonly network?: string;
  readonly walletAddress?: string;
  readonly fromWalletAddress?: string;
  readonly transactionHash?: string;
  readonly fees?: Readonly<Partial<Record<"network" | "partner" | "provider" | "total", string>>>;
  readonly exchangeRate?: string;
  readonly paymentMethod?: string;
  readonly failureReason?: string;
  readonly errorCode?: string;
  readonly cancelledBy?: string;
  readonly createdAt?: string;
  readonly completedAt?: string;

  // KYC
  readonly partnerCustomerId?: string;
  readonly partnerUserId?: string;
  readonly userId?: string;
  readonly confirmed?: boolean;
}

/** A message of the events queue: the complete state of an order or of a customer's KYC. */
export interface StateMessage {
  /** The subject, such as `order/1234`. */
  readonly subject: string;
  readonly kind: "order" | "kyc";
  /** The version; of two messages about one subject, the greater one is newer. */
  readonly sequence: number;
  /** The state, such as `completed`; it may be one that this version does not know. */
  readonly state: string;
  readonly conflict: Conflict | null;
  /** Whether the provider's API confirmed the state; `data.confirmedAt` says when. */
  readonly confirmed: boolean;
  readonly data: MessageData;
}

/** A message body is invalid. The text names the invalid member and quotes no data. */
export class UnreadableMessageError extends Error {
  override readonly name = "UnreadableMessageError";
}

const DATA_SCHEMA = "urn:rampline:data:1";

type Json = Readonly<Record<string, unknown>>;

/**
 * Parses a message body and validates the members that the follower decides by.
 *
 * @throws UnreadableMessageError if the body is not a valid message
 */
export function readMessage(body: string | null | undefined): StateMessage {
  const event = object(parsed(body), "");
  const data = object(event.data, "/data");
  const subject = text(event.subject, "/subject");
  const kind = text(data.kind, "/data/kind");
  const sequence = sequenceOf(event.sequence);
  check(kind === "order" || kind === "kyc", "/data/kind");
  check(/^[a-z]+\/[!-~]+$/.test(subject) && subject.startsWith(`${kind}/`), "/subject");
  check(event.specversion === "1.0", "/specversion");
  check(event.dataschema === DATA_SCHEMA, "/dataschema");
  check(event.id === `${subject}/${sequence}`, "/id");
  check(data.subject === subject, "/data/subject");
  check(data.version === sequence && sequence > 0, "/data/version");
  return {
    subject,
    kind,
    sequence,
    state: text(data.state, "/data/state"),
    conflict: conflictOf(data.conflict),
    confirmed: "confirmedAt" in data,
    data: data as unknown as MessageData,
  };
}

function parsed(body: string | null | undefined): unknown {
  try {
    return JSON.parse(body ?? "");
  } catch {
    // Not kept as a cause: its message quotes the body.
    throw new UnreadableMessageError("Not JSON");
  }
}

function sequenceOf(value: unknown): number {
  const digits = text(value, "/sequence");
  const sequence = Number(digits);
  check(/^[0-9]{20}$/.test(digits) && Number.isSafeInteger(sequence), "/sequence");
  return sequence;
}

/** Reads the conflict. It may be null but must be present. */
function conflictOf(value: unknown): Conflict | null {
  if (value === null) {
    return null;
  }
  const { terminalStates, resolvedState } = object(value, "/data/conflict");
  check(
    Array.isArray(terminalStates) && terminalStates.length > 0,
    "/data/conflict/terminalStates",
  );
  return {
    terminalStates: terminalStates.map((state) => text(state, "/data/conflict/terminalStates")),
    resolvedState:
      resolvedState === null ? null : text(resolvedState, "/data/conflict/resolvedState"),
  };
}

function object(value: unknown, pointer: string): Json {
  check(typeof value === "object" && value !== null && !Array.isArray(value), pointer);
  return value as Json;
}

function text(value: unknown, pointer: string): string {
  check(typeof value === "string" && value !== "", pointer);
  return value;
}

function check(condition: boolean, pointer: string): asserts condition {
  if (!condition) {
    throw new UnreadableMessageError(`Does not match the schema: ${pointer}`);
  }
}
