// The start page: shown while no subject is selected.

import { decisionChip, stateChip } from "./chips.js";
import { copyButton } from "./copy.js";
import { button, make } from "./dom.js";
import { DECISIONS } from "./vocabulary.js";

const COMMAND = "./rampline trigger ORDER_COMPLETED";

/** An order's events: out of order, duplicate, and one that is not signed. */
const EXAMPLE = [
  ["webhook", "awaiting-payment", "state-changed"],
  ["webhook", "awaiting-payment", "duplicate"],
  ["socket", "completed", "unverified"],
  ["webhook", "delivering", "state-changed"],
  ["webhook", "processing", "stale"],
  ["api", "completed", "state-changed"],
];

export function legend() {
  const entries = Object.entries(DECISIONS).flatMap(([name, { description }]) => {
    const term = make("dt", "", decisionChip(name).node);
    term.firstChild.removeAttribute("data-hint");
    return [term, make("dd", "", description)];
  });
  return make("dl", "meanings", ...entries);
}

export class Welcome {
  constructor(send) {
    const title = make("h2", "welcome-title", "Rampline turns late, duplicate and conflicting events into one correct ledger and one queue.");
    title.id = "detail-title";
    this.node = make("div", "welcome", title,
      make("p", "welcome-lead", "Select a subject to see its timeline, or send events from the emulated provider."),
      make("div", "actions",
        button("button primary", "Send a purchase", () => send.send({ scenario: "buy-bank-transfer" })),
        button("button", "Send a conflict", () => send.send({ scenario: "conflict" })),
        button("button", "More events", () => send.open())),
      make("p", "command", make("span", "label", "Or in a terminal"), make("code", "", COMMAND), copyButton(() => COMMAND, "the command")),
      make("h3", "detail-part", "Example"), example());
  }
}

function example() {
  const rows = EXAMPLE.map(([channel, state, decision]) => make("tr", "",
    make("td", "", make("span", `channel by-${channel}`, channel)),
    make("td", "", stateChip(state).node),
    make("td", "", decisionChip(decision).node),
    make("td", "", decision === "state-changed" || decision === "unverified" ? make("span", "out-mark", "message") : make("span", "quiet-text", "nothing"))));
  const head = make("tr", "", ...["Channel", "Reported", "Decision", "Sent"].map((text) => {
    const cell = make("th", "", text);
    cell.scope = "col";
    return cell;
  }));
  const caption = make("caption", "", "Six events about one order: three states, four messages.");
  return make("table", "example", caption, make("thead", "", head), make("tbody", "", ...rows));
}
