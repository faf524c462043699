// Everything that the stream has told, and who wants to know of it.

import { Recency } from "./recency.js";

const WORDS_KEPT = 2000;

export class Store extends EventTarget {
  #filter = () => true;
  #nodes = new Map();

  constructor() {
    super();
    this.forget();
  }

  forget() {
    this.#nodes.clear();
    this.recency = new Recency();
    this.matching = 0;
    this.states = new Map();
    this.conflicts = 0;
    this.words = [];
    this.wordsSeen = 0;
    this.wordsLeftOut = 0;
    this.channels = null;
    this.isReady = false;
    this.#tell("erased");
  }

  get size() {
    return this.#nodes.size;
  }

  node(subject) {
    return this.#nodes.get(subject);
  }

  takeSubjects(summaries) {
    summaries.forEach((summary) => this.#takeSubject(summary));
    this.#tell("subjects", summaries);
  }

  #takeSubject(summary) {
    let node = this.#nodes.get(summary.subject);
    if (node) {
      this.#count(node, -1);
      node.summary = summary;
      node.haystack = null;
    } else {
      node = { summary, haystack: null, matches: false, previous: null, next: null };
      this.#nodes.set(summary.subject, node);
    }
    node.matches = this.#filter(node);
    this.#count(node, 1);
    this.recency.moveToFront(node);
  }

  #count(node, by) {
    const { state, conflict } = node.summary;
    this.matching += node.matches ? by : 0;
    this.conflicts += conflict === "open" ? by : 0;
    this.states.set(state, (this.states.get(state) ?? 0) + by);
  }

  takeGone(subjects) {
    for (const subject of subjects) {
      const node = this.#nodes.get(subject);
      if (node) {
        this.#count(node, -1);
        this.recency.remove(node);
        this.#nodes.delete(subject);
      }
    }
    this.#tell("subjects", []);
  }

  takeWords({ dropped, words }) {
    this.words.push(...words);
    if (this.words.length > 2 * WORDS_KEPT) {
      this.words = this.words.slice(-WORDS_KEPT);
    }
    this.wordsSeen += words.length + dropped;
    this.wordsLeftOut += dropped;
    this.#tell("words", words);
  }

  takeChannels(channels) {
    this.channels = channels;
    this.#tell("channels");
  }

  ready() {
    this.isReady = true;
    this.#tell("ready");
  }

  /** Asks the filter anew of every subject: for a change of the filter alone. */
  filterBy(filter) {
    this.#filter = filter;
    this.matching = 0;
    for (const node of this.recency) {
      node.matches = filter(node);
      this.matching += node.matches ? 1 : 0;
    }
    this.#tell("filtered");
  }

  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}
