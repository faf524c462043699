// A line of the list of subjects.

import { stateChip } from "./chips.js";
import { make, setAttribute, setClass, setText } from "./dom.js";
import { age, shortSubject, visible } from "./format.js";
import { otherIdHit } from "./matching.js";

const FLAGS = [
  ["conflict", "conflict", (summary) => summary.conflict === "open"],
  ["claims", "claim", (summary) => summary.claims.length > 0],
  ["strange", "unrecognized", (summary) => summary.unrecognized.length > 0],
  ["waiting", "waits for the reconciler", (summary) => summary.waiting && summary.conflict !== "open"],
];

/** That something waits is nearly always so, and says itself by a small clock. */
function flag(kind, text) {
  const node = make("span", `flag is-${kind}`, kind === "waiting" ? make("span", "sr", text) : text);
  node.title = text;
  return node;
}

/** Written in whichever direction it is, without turning its neighbour. */
const isolated = (text) => `\u2068${text}\u2069`;

export function amounts(summary) {
  const [from, to] = summary.side?.toLowerCase() === "sell" ? [summary.counter, summary.amount] : [summary.amount, summary.counter];
  return [from, to].filter(Boolean).map((text) => isolated(visible(text))).join(" → ");
}

export class SubjectRow {
  constructor(slot, view) {
    this.view = view;
    this.id = make("span", "row-id any");
    this.age = make("time", "row-age");
    this.state = stateChip("unknown");
    this.about = make("span", "row-about any");
    this.flags = FLAGS.map(([kind, text]) => flag(kind, text));
    this.version = make("span", "row-version");
    this.node = make("div", "row",
      make("div", "row-line", this.id, this.age),
      make("div", "row-line", this.state.node, this.about, ...this.flags, this.version));
    this.node.id = `subject-${slot}`;
  }

  fill({ summary }) {
    this.summary = summary;
    const chosen = this.view.at.subject === summary.subject;
    setClass(this.node, chosen ? "row is-chosen" : "row");
    setAttribute(this.node, "aria-selected", chosen);
    setText(this.id, summary.kind === "kyc" ? `kyc ${shortSubject(summary.subject)}` : shortSubject(summary.subject));
    setAttribute(this.id, "title", visible(summary.subject));
    this.state.fill(summary.state);
    this.#fillAbout(summary);
    this.flags.forEach((flag, index) => flag.toggleAttribute("hidden", !FLAGS[index][2](summary)));
    setText(this.version, `v${summary.version}`);
    this.tick(Date.now());
  }

  #fillAbout(summary) {
    const hit = otherIdHit(summary, this.view.at.query);
    const text = hit === null ? amounts(summary) : visible(hit);
    setClass(this.about, hit === null ? "row-about any" : "row-about any is-hit");
    setText(this.about, text);
    setAttribute(this.about, "title", text || null);
  }

  tick(now) {
    setText(this.age, age(this.summary.changedAt, now));
    setAttribute(this.age, "datetime", this.summary.changedAt);
    setAttribute(this.age, "title", this.summary.changedAt);
  }
}
