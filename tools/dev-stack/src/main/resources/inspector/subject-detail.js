// The detail pane of the selected subject, updated at every change.

import { byId, make } from "./dom.js";
import { source } from "./entries.js";
import { command, installation } from "./installation.js";
import { detailHead } from "./detail-head.js";
import { Timeline } from "./timeline.js";
import { visible } from "./format.js";

const AT_MOST_EVERY = 300;

export class SubjectDetail {
  #subject = null;
  #stale = false;
  #busy = false;
  #record = "";

  constructor(store, view, welcome) {
    this.store = store;
    this.view = view;
    this.welcome = welcome;
    this.body = byId("detail-body");
    this.timeline = new Timeline();
    const includesSubject = (items) => items.some(({ subject }) => subject === this.#subject);
    ["subjects", "events"].forEach((event) =>
      store.addEventListener(event, ({ detail }) => this.#subject !== null && includesSubject(detail) && this.#refresh()));
    store.addEventListener("ready", () => this.#subject !== null && this.#refresh());
    view.addEventListener("change", () => this.#follow());
    this.#follow();
  }

  #follow() {
    const { subject } = this.view.at;
    if (subject === this.#subject && this.body.hasChildNodes()) {
      return;
    }
    this.#subject = subject;
    this.timeline.clear();
    byId("detail").scrollTop = 0;
    if (subject === null) {
      this.body.replaceChildren(this.welcome.node);
    } else if (this.#isKnown()) {
      this.#refresh();
    } else {
      this.#showNothing("No events about it yet.");
    }
  }

  /** The server looks up a subject that is not in the list, if it can. */
  #isKnown() {
    return installation.canLookUp || this.store.node(this.#subject) !== undefined;
  }

  #refresh() {
    if (!this.#isKnown()) {
      return;
    }
    this.#stale = true;
    if (!this.#busy) {
      this.#fetch();
    }
  }

  async #fetch() {
    this.#busy = true;
    this.#stale = false;
    const subject = this.#subject;
    try {
      const answer = await fetch(`api/timeline?subject=${encodeURIComponent(subject)}`);
      const answerBody = await answer.json();
      if (subject === this.#subject) {
        answer.ok ? this.#show(answerBody) : this.#showNothing(answerBody.error);
      }
    } catch {
      // The connection state shows the failure. After a reconnect the page loads the timeline again.
    }
    setTimeout(() => this.#rest(), AT_MOST_EVERY);
  }

  #rest() {
    this.#busy = false;
    if (this.#stale && this.#subject !== null) {
      this.#fetch();
    }
  }

  #show(answer) {
    const { summary, record } = answer;
    this.timeline.show(answer);
    const head = detailHead(answer, command("order", summary.subject));
    const current = this.body.querySelector(".detail-head");
    if (current && this.timeline.node.isConnected) {
      this.#replaceHead(current, head);
    } else {
      this.body.replaceChildren(head, make("h3", "detail-part", "Timeline"), this.timeline.node, this.#raw());
    }
    this.#fillRaw(record);
  }

  /** Replaces the head only if it changed, and keeps the focus. */
  #replaceHead(current, head) {
    if (current.isEqualNode(head)) {
      return;
    }
    const focused = [...current.querySelectorAll("button")].indexOf(document.activeElement);
    current.replaceWith(head);
    head.querySelectorAll("button")[focused]?.focus();
  }

  #raw() {
    const title = make("summary", "", "Ledger record (raw)");
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
    const title = make("h2", "detail-id any", visible(this.#subject));
    title.id = "detail-title";
    this.body.replaceChildren(title, make("p", "quiet-text any", visible(error ?? "Nothing is known about it.")));
  }
}
