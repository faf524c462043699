// What stands where no subject is chosen: what this is, in a minute, and what to do next.

import { decisionChip, stateChip } from "./chips.js";
import { copyButton } from "./copy.js";
import { button, make } from "./dom.js";
import { DECISIONS } from "./vocabulary.js";

const COMMAND = "./rampline trigger ORDER_COMPLETED";

/** An order's words as they come: out of order, twice, and one that nobody signed. */
const EXAMPLE = [
  ["webhook", "awaiting-payment", "state-changed"],
  ["webhook", "awaiting-payment", "duplicate"],
  ["socket", "completed", "unverified"],
  ["webhook", "delivering", "state-changed"],
  ["webhook", "processing", "stale"],
  ["api", "completed", "state-changed"],
];

export function legend() {
  const entries = Object.entries(DECISIONS).flatMap(([name, { says }]) => {
    const term = make("dt", "", decisionChip(name).node);
    term.firstChild.removeAttribute("data-hint");
    return [term, make("dd", "", says)];
  });
  return make("dl", "meanings", ...entries);
}

export class Welcome {
  constructor(send) {
    const title = make("h2", "welcome-title", "Late, doubled and contradicting words come in. One correct ledger and one queue come out.");
    title.id = "story-title";
    this.node = make("div", "welcome", title,
      make("p", "welcome-lead", "Choose a subject to read its story, or have the emulated provider say something and watch what becomes of it."),
      make("div", "actions",
        button("button primary", "Send a whole purchase", () => send.send({ story: "buy-bank-transfer" })),
        button("button", "Send a contradiction", () => send.send({ mishap: "contradiction" })),
        button("button", "More to send", () => send.open())),
      make("p", "command", make("span", "label", "or in a terminal"), make("code", "", COMMAND), copyButton(() => COMMAND, "the command")),
      make("h3", "story-part", "How to read it"), example());
  }
}

function example() {
  const rows = EXAMPLE.map(([channel, state, decision]) => make("tr", "",
    make("td", "", make("span", `channel by-${channel}`, channel)),
    make("td", "", stateChip(state).node),
    make("td", "", decisionChip(decision).node),
    make("td", "", decision === "state-changed" || decision === "unverified" ? make("span", "out-mark", "message") : make("span", "quiet-text", "nothing"))));
  const head = make("tr", "", ...["Came in", "Said", "Was", "Went out"].map((text) => {
    const cell = make("th", "", text);
    cell.scope = "col";
    return cell;
  }));
  const caption = make("caption", "", "Six words about one order: three states, four messages.");
  return make("table", "example", caption, make("thead", "", head), make("tbody", "", ...rows));
}
