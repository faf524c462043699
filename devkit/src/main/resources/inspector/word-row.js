// A line of the live words: what came in, and what became of it.

import { channelChip, decisionChip } from "./chips.js";
import { make, setAttribute, setText } from "./dom.js";
import { clock, shortSubject, spoken, visible } from "./format.js";
import { decisionOf } from "./vocabulary.js";

export class WordRow {
  constructor(view) {
    this.view = view;
    this.decision = decisionChip("metadata-only");
    this.subject = make("a", "word-subject any");
    this.time = make("time", "row-age");
    this.channel = channelChip(null);
    this.told = make("span", "word-told any");
    this.says = make("span", "word-says any");
    this.node = make("div", "row word",
      make("div", "row-line", this.decision.node, this.subject, this.time),
      make("div", "row-line", this.channel.node, this.told, this.says));
    this.subject.addEventListener("click", (event) => this.#choose(event));
  }

  fill(word) {
    this.word = word;
    this.decision.fill(word.decision);
    this.channel.fill(word.channel);
    this.#fillSubject(word);
    setText(this.told, word.state ? visible(word.state) : "");
    setText(this.time, clock(word.at));
    setAttribute(this.time, "datetime", word.at);
    setAttribute(this.time, "title", word.at);
    setText(this.says, brief(word));
    setAttribute(this.node, "data-hint", explanation(word));
  }

  #fillSubject({ subject, decision }) {
    const text = subject ? shortSubject(subject) : decision === "rejected" ? "not believed" : "no subject";
    setText(this.subject, text);
    setAttribute(this.subject, "title", subject ? visible(subject) : null);
    setAttribute(this.subject, "href", subject ? this.view.addressOf(subject) : null);
  }

  #choose(event) {
    if (this.word.subject && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      this.view.choose(this.word.subject);
    }
  }
}

const because = ({ reason, fault }) =>
  [reason && spoken(reason), fault && visible(fault)].filter(Boolean).join(", ");

/** In a few words, unless there is a reason to tell. */
const brief = (word) => (because(word) ? explanation(word) : decisionOf(word.decision).brief);

/** What became of a word, with the reason that it names. */
export function explanation(word) {
  const { says } = decisionOf(word.decision);
  return because(word) ? `${because(word)}. ${says}` : says;
}
