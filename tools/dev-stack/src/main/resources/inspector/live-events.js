// The live events, the latest first.

import { byId, setText } from "./dom.js";
import { counted, number } from "./format.js";
import { nextFrame } from "./frames.js";
import { ListHold } from "./list-hold.js";
import { VirtualRows } from "./virtual.js";
import { EventRow } from "./event-row.js";

const ROW_HEIGHT = 52;

export class LiveEvents {
  #held = null;

  constructor(store, view) {
    this.store = store;
    this.rows = new VirtualRows(byId("events"), ROW_HEIGHT, "listitem", () => new EventRow(view, store));
    this.hold = new ListHold(this.rows, () => this.draw());
    this.rows.onMove(() => this.draw());
    ["events", "subjects", "ready"].forEach((name) => store.addEventListener(name, () => this.draw()));
    store.addEventListener("cleared", () => this.release());
    byId("events-newer").addEventListener("click", () => this.release());
  }

  draw() {
    nextFrame(this.#render);
  }

  release() {
    this.#held = null;
    this.rows.scrollToTop();
    this.hold.rest();
  }

  #render = () => {
    this.#held = this.hold.isHeld ? (this.#held ?? this.#latest()) : null;
    const { events, received } = this.#held ?? this.#latest();
    const last = events.length - 1;
    this.rows.render(events.length, (start, count) =>
      Array.from({ length: count }, (_, index) => events[last - start - index]));
    this.#showCounts(this.store.eventsReceived - received);
  };

  /** The store appends to the array or replaces it, so held rows do not change. */
  #latest() {
    const events = this.store.events;
    return { events: this.hold.isHeld ? events.slice() : events, received: this.store.eventsReceived };
  }

  #showCounts(waiting) {
    const { eventsReceived, eventsDropped } = this.store;
    const dropped = eventsDropped ? `, ${number(eventsDropped)} not shown` : "";
    setText(byId("events-count"), `${number(eventsReceived)}${dropped}`);
    const newer = byId("events-newer");
    newer.hidden = !this.hold.isLasting || waiting <= 0;
    setText(newer, `${counted(waiting, "newer event")} ↑`);
    byId("events-none").hidden = eventsReceived > 0;
    byId("events").hidden = eventsReceived === 0;
  }
}
