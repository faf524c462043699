// The start page: shown while no subject is selected.

import { decisionChip, stateChip } from "./chips.js";
import { copyButton } from "./copy.js";
import { button, make } from "./dom.js";
import { command, installation } from "./installation.js";
import { DECISIONS } from "./vocabulary.js";

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
    this.send = send;
    this.node = make("div", "welcome");
  }

  /** Shows what can be done with the installation, once it is known. */
  fill() {
    const title = make("h2", "welcome-title", "Rampline turns late, duplicate and conflicting events into one correct ledger and one queue.");
    title.id = "detail-title";
    const inTerminal = installation.canSend ? command("trigger", "ORDER_COMPLETED") : command("listen");
    this.node.replaceChildren(title, ...(installation.canSend ? this.#sending() : this.#reading()),
      make("p", "command", make("span", "label", "Or in a terminal"), make("code", "any", inTerminal), copyButton(() => inTerminal, "the command")),
      make("h3", "detail-part", "Example"), example());
  }

  #sending() {
    return [
      make("p", "welcome-lead", "Select an order or a customer to see its timeline, or send events from the emulated provider."),
      make("div", "actions",
        button("button primary", "Send a purchase", () => this.send.send({ scenario: "buy-bank-transfer" })),
        button("button", "Send a conflict", () => this.send.send({ scenario: "conflict" })),
        button("button", "More events", () => this.send.open())),
    ];
  }

  #reading() {
    return [make("p", "welcome-lead", "The list shows the open conflicts, what is checked next, and every change since this page's command was started. "
      + "To look up any other order or customer, search for an id of the provider's or of your own. This page only reads.")];
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
