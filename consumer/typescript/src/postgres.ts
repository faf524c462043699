import type { Conflict, HandledState, HandledStates } from "./states.js";

/** What is used of a client: a `Pool` of the package `pg` has it. */
export interface PostgresClient {
  query(
    text: string,
    values: unknown[],
  ): Promise<{ readonly rows: readonly unknown[]; readonly rowCount: number | null }>;
}

interface Row {
  readonly sequence: string | number;
  readonly state: string;
  readonly conflict: string | null;
  readonly confirmed: boolean;
}

/**
 * Stores handled states in a table of PostgreSQL, one row for each subject
 * (docs/handled-states.md#postgresql). Each message takes one query; each newer message takes
 * one update as well. Use a pool of the primary server: a replica may not have the last state yet.
 */
export class PostgresHandledStates implements HandledStates {
  readonly #client: PostgresClient;
  readonly #table: string;

  /** Uses a table, given by its name with or without a schema. */
  constructor(client: PostgresClient, table: string) {
    if (!/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)?$/.test(table)) {
      throw new TypeError(`Not a plain name of a table: ${table}`);
    }
    this.#client = client;
    this.#table = table;
  }

  async find(subject: string): Promise<HandledState | null> {
    const { rows } = await this.#client.query(
      `SELECT sequence, state, conflict::text, confirmed FROM ${this.#table} WHERE subject = $1`,
      [subject],
    );
    return rows.length === 0 ? null : handled(rows[0] as Row);
  }

  /** A write whose response is lost counts as failed: its message arrives again and is skipped. */
  async replace(subject: string, found: HandledState | null, next: HandledState): Promise<boolean> {
    const values = [next.sequence, next.state, json(next.conflict), next.confirmed, subject];
    const { rowCount } =
      found === null
        ? await this.#client.query(
            `INSERT INTO ${this.#table} (sequence, state, conflict, confirmed, subject)
             VALUES ($1, $2, $3::jsonb, $4, $5) ON CONFLICT (subject) DO NOTHING`,
            values,
          )
        : await this.#client.query(
            `UPDATE ${this.#table} SET sequence = $1, state = $2, conflict = $3::jsonb, confirmed = $4
             WHERE subject = $5 AND sequence = $6`,
            [...values, found.sequence],
          );
    return rowCount === 1;
  }
}

function handled({ sequence, state, conflict, confirmed }: Row): HandledState {
  return { sequence: Number(sequence), state, conflict: conflictOf(conflict), confirmed };
}

function conflictOf(json: string | null): Conflict | null {
  if (json === null) {
    return null;
  }
  const { terminalStates, resolvedState = null } = JSON.parse(json) as Partial<Conflict>;
  return { terminalStates: terminalStates ?? [], resolvedState };
}

function json(conflict: Conflict | null): string | null {
  if (conflict === null) {
    return null;
  }
  const { terminalStates, resolvedState } = conflict;
  return JSON.stringify(
    resolvedState === null ? { terminalStates } : { terminalStates, resolvedState },
  );
}
