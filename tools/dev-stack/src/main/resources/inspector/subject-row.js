// A row of the subject list.

import { stateChip } from "./chips.js";
import { make, setAttribute, setClass, setText } from "./dom.js";
import { age, shortSubject, visible } from "./format.js";
import { otherIdMatch } from "./matching.js";
import { shownState } from "./vocabulary.js";

const FLAGS = [
  ["conflict", "do not pay out", (summary) => summary.conflict?.open],
  ["unverified", "unconfirmed", (summary) => summary.unverified.length > 0],
  ["unrecognized", "undocumented", (summary) => summary.unrecognized.length > 0],
  ["waiting", "the provider's API will be asked", (summary) => summary.nextCheckAt !== null && !summary.conflict?.open],
];

/** A scheduled check is common, so a small clock shows it instead of text. */
function flag(kind, text) {
  const node = make("span", `flag is-${kind}`, kind === "waiting" ? make("span", "sr", text) : text);
  node.title = text;
  return node;
}

/** Isolates the text direction. */
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
    this.state.fill(shownState(summary));
    this.#fillAbout(summary);
    this.flags.forEach((flag, index) => flag.toggleAttribute("hidden", !FLAGS[index][2](summary)));
    setText(this.version, `v${summary.version}`);
    setAttribute(this.version, "title", `version ${summary.version}`);
    this.tick(Date.now());
  }

  #fillAbout(summary) {
    const match = otherIdMatch(summary, this.view.at.query);
    const text = match === null ? amounts(summary) : visible(match);
    setClass(this.about, match === null ? "row-about any" : "row-about any is-match");
    setText(this.about, text);
    setAttribute(this.about, "title", text || null);
  }

  tick(now) {
    setText(this.age, age(this.summary.changedAt, now));
    setAttribute(this.age, "datetime", this.summary.changedAt);
    setAttribute(this.age, "title", this.summary.changedAt);
  }
}
