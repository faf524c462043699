// The time line: entries that stand already stay the elements they are, with what is open in them.

import { make } from "./dom.js";
import { entryNode } from "./entries.js";
import { counted } from "./format.js";

export class Timeline {
  #nodes = new Map();

  constructor() {
    this.earlier = make("p", "earlier");
    this.list = make("ol", "timeline");
    this.node = make("div", "", this.earlier, this.list);
  }

  forget() {
    this.#nodes.clear();
    this.list.replaceChildren();
  }

  show(entries) {
    const leftOut = entries[0]?.earlierLeftOut ?? 0;
    this.earlier.hidden = leftOut === 0;
    this.earlier.textContent = leftOut ? `${counted(leftOut, "earlier entry", "earlier entries")} left out` : "";
    const next = this.#next(entries);
    this.#nodes.forEach((node, key) => next.has(key) || node.remove());
    [...next.values()].forEach((node, index) => this.#place(node, index));
    this.#nodes = next;
  }

  #next(entries) {
    const isNew = this.#nodes.size > 0;
    const next = new Map();
    entries.forEach((entry, index) => {
      const key = this.#freeKey(next, JSON.stringify({ ...entry, earlierLeftOut: undefined }));
      const node = this.#nodes.get(key) ?? entryNode(entry, index);
      node.classList.toggle("is-new", isNew && (!this.#nodes.has(key) || node.classList.contains("is-new")));
      next.set(key, node);
    });
    return next;
  }

  /** Two entries may be the same to the letter. */
  #freeKey(taken, text) {
    let key = text;
    while (taken.has(key)) {
      key += " ";
    }
    return key;
  }

  #place(node, index) {
    const there = this.list.children[index];
    if (there !== node) {
      this.list.insertBefore(node, there ?? null);
    }
  }
}
