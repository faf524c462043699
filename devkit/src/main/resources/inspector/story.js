// The chosen subject's story, told anew whenever something happens to it.

import { byId, make } from "./dom.js";
import { source } from "./entries.js";
import { storyHead } from "./story-head.js";
import { Timeline } from "./timeline.js";
import { visible } from "./format.js";

const AT_MOST_EVERY = 300;

export class Story {
  #subject = null;
  #wanted = false;
  #busy = false;
  #record = "";

  constructor(store, view, welcome) {
    this.store = store;
    this.view = view;
    this.welcome = welcome;
    this.body = byId("story-body");
    this.timeline = new Timeline();
    const concerns = (items) => items.some(({ subject }) => subject === this.#subject);
    ["subjects", "words"].forEach((event) =>
      store.addEventListener(event, ({ detail }) => this.#subject !== null && concerns(detail) && this.#want()));
    store.addEventListener("ready", () => this.#subject !== null && this.#want());
    view.addEventListener("change", () => this.#follow());
    this.#follow();
  }

  #follow() {
    const { subject } = this.view.at;
    if (subject === this.#subject && this.body.hasChildNodes()) {
      return;
    }
    this.#subject = subject;
    this.timeline.forget();
    byId("story").scrollTop = 0;
    if (subject === null) {
      this.body.replaceChildren(this.welcome.node);
    } else if (this.store.node(subject)) {
      this.#want();
    } else {
      this.#showNothing("Nothing was seen of it yet.");
    }
  }

  #want() {
    if (!this.store.node(this.#subject)) {
      return;
    }
    this.#wanted = true;
    if (!this.#busy) {
      this.#fetch();
    }
  }

  async #fetch() {
    this.#busy = true;
    this.#wanted = false;
    const subject = this.#subject;
    try {
      const answer = await fetch(`api/story?subject=${encodeURIComponent(subject)}`);
      const story = await answer.json();
      if (subject === this.#subject) {
        answer.ok ? this.#show(story) : this.#showNothing(story.error);
      }
    } catch {
      // The link says that nobody answers; once it is back, all of it is asked again.
    }
    setTimeout(() => this.#rest(), AT_MOST_EVERY);
  }

  #rest() {
    this.#busy = false;
    if (this.#wanted && this.#subject !== null) {
      this.#fetch();
    }
  }

  #show({ summary, entries, record }) {
    this.timeline.show(entries);
    const head = storyHead(summary);
    const stands = this.body.querySelector(".story-head");
    if (stands && this.timeline.node.isConnected) {
      this.#replaceHead(stands, head);
    } else {
      this.body.replaceChildren(head, make("h3", "story-part", "What happened, and who told it"), this.timeline.node, this.#raw());
    }
    this.#fillRaw(record);
  }

  /** Not under the hand or the focus of somebody, unless it says something else. */
  #replaceHead(stands, head) {
    if (stands.isEqualNode(head)) {
      return;
    }
    const focused = [...stands.querySelectorAll("button")].indexOf(document.activeElement);
    stands.replaceWith(head);
    head.querySelectorAll("button")[focused]?.focus();
  }

  #raw() {
    const title = make("summary", "", "The record in the ledger, raw");
    this.rawBox = make("div");
    return make("details", "raw", title, this.rawBox);
  }

  #fillRaw(record) {
    const text = JSON.stringify(record, null, 2);
    if (text !== this.#record || !this.rawBox.hasChildNodes()) {
      this.#record = text;
      this.rawBox.replaceChildren(source("DynamoDB item", text, "the record"));
    }
  }

  #showNothing(error) {
    const title = make("h2", "story-id any", visible(this.#subject));
    title.id = "story-title";
    this.body.replaceChildren(title, make("p", "quiet-text any", visible(error ?? "Nothing is known of it.")));
  }
}
