// The live words, the latest first.

import { byId, setText } from "./dom.js";
import { counted, number } from "./format.js";
import { nextFrame } from "./frames.js";
import { Holding } from "./holding.js";
import { VirtualRows } from "./virtual.js";
import { WordRow } from "./word-row.js";

const ROW_HEIGHT = 52;

export class Words {
  #held = null;

  constructor(store, view) {
    this.store = store;
    this.rows = new VirtualRows(byId("words"), ROW_HEIGHT, "listitem", () => new WordRow(view));
    this.holding = new Holding(this.rows, () => this.draw());
    this.rows.onMove(() => this.draw());
    ["words", "ready"].forEach((event) => store.addEventListener(event, () => this.draw()));
    store.addEventListener("erased", () => this.release());
    byId("words-newer").addEventListener("click", () => this.release());
  }

  draw() {
    nextFrame(this.#render);
  }

  release() {
    this.#held = null;
    this.rows.scrollToTop();
    this.holding.rest();
  }

  #render = () => {
    this.#held = this.holding.isHeld ? (this.#held ?? this.#now()) : null;
    const { words, seen } = this.#held ?? this.#now();
    const last = words.length - 1;
    this.rows.render(words.length, (start, count) =>
      Array.from({ length: count }, (_, index) => words[last - start - index]));
    this.#tellCounts(this.store.wordsSeen - seen);
  };

  /** The array only grows at its end, or gives way to another: what is held stays as it is. */
  #now() {
    const words = this.store.words;
    return { words: this.holding.isHeld ? words.slice() : words, seen: this.store.wordsSeen };
  }

  #tellCounts(waiting) {
    const { wordsSeen, wordsLeftOut } = this.store;
    const leftOut = wordsLeftOut ? `, ${number(wordsLeftOut)} not shown` : "";
    setText(byId("words-count"), `${number(wordsSeen)}${leftOut}`);
    const newer = byId("words-newer");
    newer.hidden = !this.holding.isLasting || waiting <= 0;
    setText(newer, `${counted(waiting, "newer word")} ↑`);
    byId("words-none").hidden = wordsSeen > 0;
    byId("words").hidden = wordsSeen === 0;
  }
}
