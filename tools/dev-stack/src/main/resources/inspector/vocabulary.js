// States, decisions and channels: tone (color), sign, label and description.

const state = (tone, label, description) => ({ tone, label, description });

const STATES = {
  "awaiting-payment": state("waiting", "awaiting payment", "The customer has not paid."),
  "payment-claimed": state("moving", "payment claimed", "The customer says that they paid; the provider has not confirmed it."),
  "payment-received": state("moving", "payment received", "The provider has the payment."),
  processing: state("moving", "processing", "The provider processes the order."),
  delivering: state("moving", "delivering", "The crypto or the money is on its way."),
  "on-hold": state("held", "on hold", "The delivery is on hold."),
  completed: state("good", "completed", "The order is completed."),
  failed: state("bad", "failed", "The order failed."),
  cancelled: state("off", "cancelled", "The order was cancelled."),
  expired: state("off", "expired", "The order expired."),
  refunded: state("back", "refunded", "The customer has the money back."),
  conflict: state("conflict", "conflict", "Two different ends were reported, and the provider's API has not decided: do not pay out."),
  unknown: state("unknown", "unknown", "No documented state was reported yet."),
  "not-submitted": state("waiting", "documents missing", "The customer has submitted no documents."),
  submitted: state("moving", "documents submitted", "The provider checks the customer's documents."),
  approved: state("good", "approved", "The customer may trade."),
  rejected: state("bad", "rejected", "The customer may not trade."),
  retry: state("held", "documents wanted again", "The customer must submit the documents again."),
  erased: state("unknown", "erased", "The data were erased on request."),
};

export const stateNames = Object.keys(STATES).filter((name) => name !== "erased");
/** An undocumented name is shown as it stands. */
export const stateOf = (name) => STATES[name] ?? state("unknown", name, "");

const TERMINAL_STATES = new Set(["completed", "failed", "cancelled", "expired", "refunded", "approved", "rejected"]);
export const isTerminal = (name) => TERMINAL_STATES.has(name);

/** The state of the record, which an open conflict makes unreliable. */
export const shownState = ({ state: recorded, conflict }) => (conflict?.open ? "conflict" : recorded);

const decision = (tone, sign, label, brief, description) => ({ tone, sign, label, brief, description });

/** In the order of the legend. */
export const DECISIONS = {
  "state-changed": decision("change", "→", "state changed", "message sent", "A new state: recorded, and a message was sent."),
  "fields-updated": decision("change", "+", "details updated", "message sent", "The same state with new details: recorded, and a message was sent."),
  duplicate: decision("quiet", "=", "duplicate", "nothing changes", "Everything in it was already recorded: nothing changes and no message is sent."),
  stale: decision("quiet", "↶", "outdated", "older than the record", "Older than the record and without new details: nothing changes."),
  "metadata-only": decision("quiet", "·", "no visible change", "no message", "Recorded, but nothing that a message shows has changed."),
  unverified: decision("unconfirmed", "?", "not confirmed yet", "waits for confirmation", "The event is not signed: it is recorded and waits for confirmation by the provider's API."),
  conflict: decision("problem", "≠", "conflict", "do not pay out", "Contradicts the end that was reported before. Do not pay out until the provider's API has decided."),
  "conflict-resolved": decision("change", "✓", "conflict settled", "decided by the API", "The provider's API has decided between the ends that were reported."),
  unrecognized: decision("unconfirmed", "¿", "undocumented", "looked up in the API", "An undocumented status: recorded, sent to consumers, and looked up in the provider's API."),
  rejected: decision("problem", "×", "rejected", "not genuine", "The signature or the format is invalid. Nothing is recorded."),
  ignored: decision("quiet", "∅", "ignored", "without an order", "A known event without an order or a customer, such as a ping."),
  quarantined: decision("trouble", "Q", "in quarantine", "with an alarm", "Signed, but it cannot be placed: kept in quarantine, with an alarm."),
  erased: decision("quiet", "⌫", "erased before", "not recorded", "The data were erased on request: nothing is recorded."),
  "queued-for-retry": decision("trouble", "↧", "queued for retry", "the ledger was unavailable", "The ledger was unavailable: the event waits in the retry queue."),
  deferred: decision("trouble", "…", "waits on", "tried again later", "The ledger is still unavailable: the event stays in the retry queue."),
  "dead-lettered": decision("trouble", "D", "in a dead-letter queue", "with an alarm", "Cannot be recorded: moved to a dead-letter queue, with an alarm."),
  unavailable: decision("trouble", "!", "not accepted", "answered 503", "Neither the ledger nor the retry queue is available: answered 503, so the provider sends it again."),
  failed: decision("trouble", "!", "failed", "failed", "Processing failed; the fault is shown."),
};

const OTHERS = {
  "past-conflict": decision("quiet", "≠", "conflict, settled", "settled since", "Contradicted the end that was reported before. The provider's API has decided since."),
};

const UNKNOWN = decision("quiet", "·", "unknown", "unknown", "An unknown decision.");
export const decisionOf = (name) => DECISIONS[name] ?? OTHERS[name] ?? UNKNOWN;

/** The decision as shown: a conflict is open, was settled since, or is settled by this event. */
export function shownDecision({ decision: name, conflict }, isOver = false) {
  if (name !== "conflict" || !conflict) {
    return name;
  }
  return !conflict.open ? "conflict-resolved" : isOver ? "past-conflict" : "conflict";
}

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

const DELIVERIES = {
  sent: ["sent at once", "The function that recorded the change sent the message."],
  "left-to-relay": ["left to the relay", "The first send failed: the relay sends the message."],
};

/** A write of another process, such as ./rampline reconcile, has no log entry. */
const OTHER_DELIVERY = ["sent", "Sent by the process that recorded the change, or by the relay."];
export const deliveryOf = (name) => DELIVERIES[name] ?? OTHER_DELIVERY;
