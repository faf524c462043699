// The list of subjects, the latest change first. It stops while the user reads.

import { byId, setAttribute, setText } from "./dom.js";
import { number } from "./format.js";
import { nextFrame } from "./frames.js";
import { ListHold } from "./list-hold.js";
import { SubjectRow } from "./subject-row.js";
import { VirtualRows } from "./virtual.js";

const ROW_HEIGHT = 56;

export class Subjects {
  #held = null;
  #changed = new Set();

  constructor(store, view) {
    this.store = store;
    this.view = view;
    this.list = byId("list");
    this.rows = new VirtualRows(this.list, ROW_HEIGHT, "option", (slot) => new SubjectRow(slot, view));
    this.hold = new ListHold(this.rows, () => this.draw());
    this.rows.onMove(() => this.draw());
    store.addEventListener("subjects", ({ detail }) => this.#take(detail));
    ["cleared", "filtered"].forEach((event) => store.addEventListener(event, () => this.release()));
    store.addEventListener("ready", () => this.draw());
    view.addEventListener("change", () => this.draw());
    this.list.addEventListener("click", (event) => this.#choose(event.target.closest(".row")));
    byId("subjects-newer").addEventListener("click", () => this.release());
    setInterval(() => this.rows.rows.forEach((row) => row.tick(Date.now())), 1000);
  }

  draw() {
    nextFrame(this.#render);
  }

  /** Shows the latest order. */
  release() {
    this.#held = null;
    this.rows.scrollToTop();
    this.hold.rest();
  }

  /** Moves the selection by this many rows. */
  step(by) {
    this.hold.touch();
    const order = this.#heldOrder();
    const at = order.findIndex((node) => node.summary.subject === this.view.at.subject);
    const next = Math.max(0, Math.min(order.length - 1, at < 0 ? 0 : at + by));
    if (order[next]) {
      this.rows.scrollTo(next);
      this.view.choose(order[next].summary.subject);
    }
  }

  get page() {
    return this.rows.rowsInSight;
  }

  #take(summaries) {
    if (this.#held) {
      summaries.forEach((summary) => this.#changed.add(summary.subject));
    }
    this.draw();
  }

  #choose(row) {
    const chosen = this.rows.rows.find(({ node }) => node === row);
    if (chosen) {
      this.view.choose(chosen.summary.subject);
    }
  }

  #heldOrder() {
    if (this.#held === null) {
      this.#changed.clear();
      this.#held = [...this.store.recency].filter((node) => node.matches);
    }
    return this.#held;
  }

  #render = () => {
    if (this.hold.isHeld) {
      const order = this.#heldOrder();
      this.rows.render(order.length, (start, count) => order.slice(start, start + count));
    } else {
      this.#held = null;
      this.rows.render(this.store.matching, (start, count) => this.#matchingFrom(start, count));
    }
    this.#showCounts();
    this.#markChosen();
  };

  #matchingFrom(start, count) {
    const found = [];
    let index = 0;
    for (const node of this.store.recency) {
      if (found.length === count) {
        break;
      }
      if (node.matches && index++ >= start) {
        found.push(node);
      }
    }
    return found;
  }

  #showCounts() {
    const { matching, size } = this.store;
    setText(byId("subjects-count"), this.view.isFiltered ? `${number(matching)} of ${number(size)}` : number(size));
    const newer = byId("subjects-newer");
    newer.hidden = !this.hold.isLasting || this.#changed.size === 0;
    setText(newer, `${number(this.#changed.size)} changed ↑`);
    const none = byId("subjects-none");
    none.hidden = matching > 0 || !this.store.isReady;
    setText(byId("subjects-none-text"), size === 0 ? "No orders or customers yet." : "No matches.");
    this.list.hidden = !none.hidden;
  }

  #markChosen() {
    const chosen = this.rows.rows.find((row) => row.summary.subject === this.view.at.subject);
    setAttribute(this.list, "aria-activedescendant", chosen?.node.id ?? null);
  }
}
