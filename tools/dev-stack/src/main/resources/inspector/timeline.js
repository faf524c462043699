// The timeline. Entries that are already shown keep their elements and their open details.

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

  clear() {
    this.#nodes.clear();
    this.list.replaceChildren();
  }

  show({ entries, fromTable, summary: { conflict } }) {
    const omitted = entries[0]?.omitted ?? 0;
    const notes = [omitted ? `${counted(omitted, "earlier entry", "earlier entries")} omitted.` : "",
      fromTable ? "The record keeps the changes of the state; other events from before this page are not shown." : ""];
    this.earlier.textContent = notes.filter(Boolean).join(" ");
    this.earlier.hidden = this.earlier.textContent === "";
    const next = this.#next(entries, Boolean(conflict?.open));
    this.#nodes.forEach((node, key) => next.has(key) || node.remove());
    [...next.values()].forEach((node, index) => this.#place(node, index));
    this.#nodes = next;
  }

  #next(entries, isConflictOpen) {
    const isNew = this.#nodes.size > 0;
    const next = new Map();
    const settled = entries.findLastIndex(({ conflict }) => conflict && !conflict.open);
    entries.forEach((entry, index) => {
      const isOver = Boolean(entry.conflict?.open) && (index < settled || !isConflictOpen);
      const key = this.#freeKey(next, JSON.stringify({ ...entry, omitted: undefined, isOver }));
      const node = this.#nodes.get(key) ?? entryNode(entry, index, isOver);
      node.classList.toggle("is-new", isNew && (!this.#nodes.has(key) || node.classList.contains("is-new")));
      next.set(key, node);
    });
    return next;
  }

  /** Two entries may have the same text. */
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
