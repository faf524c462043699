// A row of the live events: an event and the decision on it.

import { channelChip, decisionChip } from "./chips.js";
import { make, setAttribute, setText } from "./dom.js";
import { clock, shortSubject, spoken, visible } from "./format.js";
import { decisionOf, shownDecision, stateOf } from "./vocabulary.js";

export class EventRow {
  constructor(view, store) {
    this.view = view;
    this.store = store;
    this.decision = decisionChip("metadata-only");
    this.subject = make("a", "event-subject any");
    this.time = make("time", "row-age");
    this.channel = channelChip(null);
    this.state = make("span", "event-state any");
    this.description = make("span", "event-description any");
    this.node = make("div", "row event",
      make("div", "row-line", this.decision.node, this.subject, this.time),
      make("div", "row-line", this.channel.node, this.state, this.description));
    this.subject.addEventListener("click", (click) => this.#choose(click));
  }

  fill(event) {
    this.event = event;
    const decision = shownDecision(event, this.#isOver(event));
    this.decision.fill(decision);
    this.channel.fill(event.channel);
    this.#fillSubject(event);
    setText(this.state, event.state ? visible(stateOf(event.state).label) : "");
    setText(this.time, clock(event.at));
    setAttribute(this.time, "datetime", event.at);
    setAttribute(this.time, "title", event.at);
    setText(this.description, because(event) || decisionOf(decision).brief);
    setAttribute(this.node, "data-hint", explanation(event, decision));
  }

  /** Whether the conflict that the event made was settled since. */
  #isOver({ subject }) {
    const node = this.store.node(subject);
    return node !== undefined && !node.summary.conflict?.open;
  }

  #fillSubject({ subject, decision }) {
    const text = subject ? shortSubject(subject) : decision === "rejected" ? "rejected" : "no subject";
    setText(this.subject, text);
    setAttribute(this.subject, "title", subject ? visible(subject) : null);
    setAttribute(this.subject, "href", subject ? this.view.addressOf(subject) : null);
  }

  #choose(click) {
    if (this.event.subject && !click.metaKey && !click.ctrlKey) {
      click.preventDefault();
      this.view.choose(this.event.subject);
    }
  }
}

const because = ({ reason, fault }) =>
  [reason && spoken(reason), fault && visible(fault)].filter(Boolean).join(", ");

/** Describes the decision on an event and its reason. */
export function explanation(event, decision = event.decision) {
  const { description } = decisionOf(decision);
  return because(event) ? `${because(event)}. ${description}` : description;
}
