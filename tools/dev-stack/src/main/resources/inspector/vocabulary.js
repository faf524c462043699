// States, decisions and channels: tone (color), sign and description.

const STATES = {
  "awaiting-payment": "waiting",
  "payment-claimed": "moving",
  "payment-received": "moving",
  processing: "moving",
  delivering: "moving",
  "on-hold": "held",
  completed: "good",
  failed: "bad",
  cancelled: "off",
  expired: "off",
  refunded: "back",
  unknown: "unknown",
  "not-submitted": "waiting",
  submitted: "moving",
  approved: "good",
  rejected: "bad",
  retry: "held",
};

export const stateNames = Object.keys(STATES);
export const stateTone = (state) => STATES[state] ?? "unknown";

const TERMINAL_STATES = new Set(["completed", "failed", "cancelled", "expired", "refunded", "approved", "rejected"]);
export const isTerminal = (state) => TERMINAL_STATES.has(state);

const decision = (tone, sign, brief, description) => ({ tone, sign, brief, description });

/** In the order of the legend. */
export const DECISIONS = {
  "state-changed": decision("change", "→", "new state", "The subject has a new state and a message was sent."),
  "fields-updated": decision("change", "+", "fields updated", "The state is unchanged, but fields were updated and a message was sent."),
  duplicate: decision("quiet", "=", "already recorded", "All data was already recorded: nothing changes and no message is sent."),
  stale: decision("quiet", "↶", "older than the record", "Older than the record and without new data: nothing changes."),
  "metadata-only": decision("quiet", "·", "recorded internally", "Recorded internally; no message is sent."),
  unverified: decision("unconfirmed", "?", "not confirmed yet", "The event is not signed: it is recorded and waits for confirmation by the API."),
  conflict: decision("problem", "≠", "contradicts a terminal state", "Contradicts a terminal state, or resolves such a conflict. The record keeps both states until the API decides."),
  unrecognized: decision("unconfirmed", "¿", "undocumented status", "An undocumented status: recorded, sent to consumers, and looked up in the API."),
  rejected: decision("problem", "×", "rejected", "Rejected: the signature or the format is invalid. Nothing is recorded."),
  "no-subject": decision("quiet", "∅", "no subject", "Signed, but without an order or a customer, such as a ping."),
  erased: decision("quiet", "⌫", "subject erased", "The subject was erased on request: nothing is recorded."),
  "queued-for-retry": decision("trouble", "↧", "queued for retry", "The ledger was unavailable: the event waits in the retry queue."),
  deferred: decision("trouble", "…", "tried again later", "The ledger is still unavailable: the event stays in the retry queue."),
  "dead-lettered": decision("trouble", "D", "dead-lettered, with an alarm", "Cannot be written: moved to a dead-letter queue, with an alarm."),
  unavailable: decision("trouble", "!", "answered 503", "Neither the ledger nor the retry queue is available: answered 503, so the provider tries again."),
  failed: decision("trouble", "!", "failed", "Processing failed; the fault is shown."),
};

const UNKNOWN = decision("quiet", "·", "unknown", "An unknown decision.");
export const decisionOf = (name) => DECISIONS[name] ?? UNKNOWN;

export const CHANNELS = {
  webhook: "Reported by a webhook.",
  socket: "Reported on the socket: fast, but not signed.",
  api: "Read from the provider's API.",
};

export const TRUST_LEVELS = {
  signed: "Signed with a key that only the provider and Rampline hold.",
  fetched: "Fetched from the provider's API.",
  unverified: "Not signed: waits for confirmation.",
};

export const DELIVERIES = {
  sent: "sent directly",
  "left-to-relay": "left to the relay",
  none: "no message",
};
