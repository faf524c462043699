// Holds the data of the stream and notifies listeners.

import { Recency } from "./recency.js";
import { shownState } from "./vocabulary.js";

const MAX_EVENTS = 2000;

export class Store extends EventTarget {
  #filter = () => true;
  #nodes = new Map();

  constructor() {
    super();
    this.clear();
  }

  clear() {
    this.#nodes.clear();
    this.recency = new Recency();
    this.matching = 0;
    this.states = new Map();
    this.events = [];
    this.eventsReceived = 0;
    this.eventsDropped = 0;
    this.channels = null;
    this.isReady = false;
    this.#notify("cleared");
  }

  get size() {
    return this.#nodes.size;
  }

  node(subject) {
    return this.#nodes.get(subject);
  }

  putSubjects(summaries) {
    summaries.forEach((summary) => this.#putSubject(summary));
    this.#notify("subjects", summaries);
  }

  #putSubject(summary) {
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
    const state = shownState(node.summary);
    this.matching += node.matches ? by : 0;
    this.states.set(state, (this.states.get(state) ?? 0) + by);
  }

  removeSubjects(subjects) {
    for (const subject of subjects) {
      const node = this.#nodes.get(subject);
      if (node) {
        this.#count(node, -1);
        this.recency.remove(node);
        this.#nodes.delete(subject);
      }
    }
    this.#notify("subjects", []);
  }

  addEvents({ dropped, events }) {
    this.events.push(...events);
    if (this.events.length > 2 * MAX_EVENTS) {
      this.events = this.events.slice(-MAX_EVENTS);
    }
    this.eventsReceived += events.length + dropped;
    this.eventsDropped += dropped;
    this.#notify("events", events);
  }

  putChannels(channels) {
    this.channels = channels;
    this.#notify("channels");
  }

  ready() {
    this.isReady = true;
    this.#notify("ready");
  }

  /** Applies a new filter to every subject. */
  filterBy(filter) {
    this.#filter = filter;
    this.matching = 0;
    for (const node of this.recency) {
      node.matches = filter(node);
      this.matching += node.matches ? 1 : 0;
    }
    this.#notify("filtered");
  }

  #notify(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}
