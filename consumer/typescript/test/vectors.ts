import { readFileSync } from "node:fs";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { Change, Conflict, HandledState } from "../src/index.js";

/** The expected part of a call; the vectors do not repeat the message. */
export type Call = Omit<Change, "message">;

export interface Batch {
  readonly messages: readonly { id: string; group: string; body: object | string | null }[];
  readonly handlerFails?: readonly string[];
  readonly findFails?: readonly string[];
  readonly replaceFails?: readonly string[];
  readonly storedMeanwhile?: Readonly<Record<string, HandledState>>;
  readonly calls: readonly Call[];
  readonly failures: readonly string[];
  readonly reasons?: Readonly<Record<string, string>>;
}

export interface FollowerVector {
  readonly name: string;
  readonly before?: Readonly<Record<string, HandledState>>;
  readonly batches: readonly Batch[];
  readonly after: Readonly<Record<string, HandledState>>;
}

export interface StateVector {
  readonly name: string;
  readonly state: HandledState;
  readonly item: Record<string, AttributeValue>;
  readonly row: object;
}

/** A change, and what the snapshot says about it. */
interface LedgerChange {
  readonly subject: string;
  readonly state: string;
  readonly sequence: number;
  readonly isBehind: boolean;
  readonly isConsistent: boolean;
}

export interface LedgerVector {
  readonly name: string;
  readonly item: Record<string, AttributeValue> | null;
  readonly result:
    | {
        readonly type: "found";
        readonly subject: string;
        readonly state: string;
        readonly version: number;
        readonly conflict: Conflict | null;
        readonly confirmedAt: string | null;
        readonly confirmed: boolean;
        readonly trust: string;
        readonly updatedAt: string;
      }
    | { readonly type: "erased"; readonly erasedAt: string }
    | { readonly type: "unknown" | "unreadable" };
  readonly changes?: readonly LedgerChange[];
}

// From build/test, where the compiler writes this file.
const REPOSITORY = new URL("../../../../", import.meta.url);

export function readJson<T>(path: string): T {
  return JSON.parse(readText(path)) as T;
}

export function readText(path: string): string {
  return readFileSync(new URL(path, REPOSITORY), "utf8");
}

export const followerVectors = readJson<{ cases: FollowerVector[] }>(
  "consumer/vectors/follower.json",
).cases;

export const ledgerVectors = readJson<{ cases: LedgerVector[] }>(
  "consumer/vectors/ledger.json",
).cases;

export const stateVectors = readJson<{ states: StateVector[] }>(
  "consumer/vectors/handled-states.json",
).states;
