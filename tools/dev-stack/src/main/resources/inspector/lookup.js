// Looks up an id in the table, if the list has no match.

import { notify } from "./copy.js";
import { byId, setText } from "./dom.js";
import { counted, visible } from "./format.js";
import { installation } from "./installation.js";

export class Lookup {
  constructor(store, view) {
    this.store = store;
    this.view = view;
    this.button = byId("lookup");
    this.button.addEventListener("click", () => this.find());
    view.addEventListener("change", () => this.#offer());
    ["subjects", "filtered", "ready"].forEach((event) => store.addEventListener(event, () => this.#offer()));
  }

  /** Whether there is an id to look up. */
  get isOffered() {
    return installation.canLookUp && this.store.matching === 0 && this.#id !== "";
  }

  get #id() {
    return this.view.at.query.trim();
  }

  #offer() {
    this.button.hidden = !this.isOffered;
    setText(this.button, this.isOffered ? `Look up “\u2068${visible(this.#id)}\u2069” in the table` : "");
  }

  async find() {
    const id = this.#id;
    try {
      const answer = await fetch(`api/lookup?id=${encodeURIComponent(id)}`);
      const found = await answer.json();
      if (id === this.#id) {
        answer.ok ? this.#show(found) : notify(visible(found.error));
      }
    } catch {
      notify("Cannot look it up: is the command still running?");
    }
  }

  #show(subjects) {
    notify(subjects.length ? `Found ${counted(subjects.length, "record")}` : "The table has no record with this id");
    if (subjects.length) {
      this.view.choose(subjects[0]);
    }
  }
}
