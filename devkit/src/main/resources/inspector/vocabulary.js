// The domain's words as the page says them: tone (colour), sign and a sentence.

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

const FINALS = new Set(["completed", "failed", "cancelled", "expired", "refunded", "approved", "rejected"]);
export const isFinal = (state) => FINALS.has(state);

const decision = (tone, sign, brief, says) => ({ tone, sign, brief, says });

/** In the order of the legend. */
export const DECISIONS = {
  "state-changed": decision("news", "→", "new state", "News: the subject has a new state, and a message went out."),
  "fields-updated": decision("news", "+", "new facts", "The state is as it was, but new facts came: a message went out."),
  duplicate: decision("quiet", "=", "known already", "All of it was known already: nothing changes, no second message."),
  stale: decision("quiet", "↶", "older than what is known", "Older than what is known, and nothing new in it: nothing changes."),
  "metadata-only": decision("quiet", "·", "for the books alone", "Nothing that a consumer would see; kept for the books."),
  unverified: decision("claim", "?", "not believed yet", "Nobody signed it, so it is not believed yet: kept as a claim until the API confirms it."),
  conflict: decision("alarm", "≠", "contradicts a final state", "Contradicts a final state, or settles such a contradiction. Both stand on record until the API decides."),
  unrecognized: decision("claim", "¿", "a status nobody documented", "A status that nobody has documented: kept, announced, and read back from the API."),
  rejected: decision("alarm", "×", "not believed", "Not believed: the signature or the form is wrong. Nothing of it is kept."),
  "no-subject": decision("quiet", "∅", "about nobody", "Genuine, but about no order and no customer, such as a ping."),
  erased: decision("quiet", "⌫", "its subject was forgotten", "About a subject that was forgotten on request: nothing is kept."),
  "queued-for-retry": decision("trouble", "↧", "set aside, taken in later", "The ledger was not reachable: set aside in the retry queue, and taken in later."),
  deferred: decision("trouble", "…", "tried again later", "Still not possible: it stays in its queue and is tried again."),
  "dead-lettered": decision("trouble", "P", "parked, with an alarm", "Can never be written as it is: parked in a dead-letter queue, with an alarm."),
  unavailable: decision("trouble", "!", "answered 503", "Neither ledger nor retry queue: answered 503, so the provider keeps its copy."),
  failed: decision("trouble", "!", "broke on the way", "Something broke on the way; the fault is named beside it."),
};

const UNKNOWN = decision("quiet", "·", "unknown", "A decision that this page does not know.");
export const decisionOf = (name) => DECISIONS[name] ?? UNKNOWN;

export const CHANNELS = {
  webhook: "Told by a webhook.",
  socket: "Told on the socket: fast, and signed by nobody.",
  api: "Read from the provider's API.",
};

export const AUTHENTICITIES = {
  signed: "Signed with a key that only the provider and we hold.",
  fetched: "We asked the provider's API ourselves.",
  unverified: "Nobody signed it: believed only once confirmed.",
};

export const DELIVERIES = {
  sent: "sent at once",
  "left-to-relay": "left to the relay",
  none: "no message",
};
