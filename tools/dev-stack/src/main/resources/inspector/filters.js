// Filters the list by kind, state and traits.

import { byId, button, make, setAttribute, setText } from "./dom.js";
import { number } from "./format.js";
import { nextFrame } from "./frames.js";
import { matcher } from "./matching.js";
import { stateNames, stateOf } from "./vocabulary.js";

const KINDS = [["", "All"], ["order", "Orders"], ["kyc", "Customers"]];
const TRAITS = [
  ["open", "Open", "Not at its end, or two different ends were reported"],
  ["conflict", "Conflict", "Two different ends were reported, and the provider's API has not decided: do not pay out"],
  ["unverified", "Unconfirmed", "An unsigned event waits for confirmation by the provider's API"],
  ["waiting", "To check", "The provider's API will be asked about it"],
];

export class Filters {
  constructor(store, view) {
    this.store = store;
    this.view = view;
    this.kinds = KINDS.map(([kind, text]) => button("segment", text, () => view.filter({ kind })));
    this.state = this.#stateChoice();
    this.traits = TRAITS.map(([name, text, description]) => this.#trait(name, text, description));
    const kinds = make("div", "segments", ...this.kinds);
    kinds.role = "group";
    kinds.ariaLabel = "Kind";
    byId("filters").append(kinds, this.state, make("div", "traits", ...this.traits));
    byId("filters").addEventListener("submit", (event) => event.preventDefault());
    byId("filters-clear").addEventListener("click", () => view.clear());
    this.#searchField();
    view.addEventListener("change", ({ detail }) => this.#changed(detail));
    store.addEventListener("subjects", () => nextFrame(this.#countStates));
    this.#changed(null);
  }

  #stateChoice() {
    const choice = make("select", "choice");
    choice.id = "state-filter";
    choice.ariaLabel = "State";
    choice.append(new Option("Any state", ""));
    stateNames.forEach((state) => choice.append(new Option(stateOf(state).label, state)));
    choice.addEventListener("change", () => this.view.filter({ state: choice.value }));
    return choice;
  }

  #trait(name, text, description) {
    const node = button("trait", text, () => {
      const { only } = this.view.at;
      this.view.filter({ only: only.includes(name) ? only.filter((other) => other !== name) : [...only, name] });
    });
    node.dataset.hint = description;
    return node;
  }

  #searchField() {
    this.search = byId("search");
    this.search.addEventListener("input", () => this.view.filter({ query: this.search.value }));
  }

  #changed(before) {
    const { at } = this.view;
    const isSame = before && ["kind", "state", "query"].every((name) => before[name] === at[name]) &&
      before.only.join() === at.only.join();
    if (!isSame) {
      this.#show(at);
      this.store.filterBy(matcher(at));
    }
  }

  #show({ kind, state, only, query }) {
    this.kinds.forEach((node, index) => setAttribute(node, "aria-pressed", KINDS[index][0] === kind));
    this.traits.forEach((node, index) => setAttribute(node, "aria-pressed", only.includes(TRAITS[index][0])));
    this.state.value = state;
    if (this.search.value !== query) {
      this.search.value = query;
    }
    byId("filters-clear").hidden = !this.view.isFiltered;
  }

  #countStates = () => {
    for (const option of this.state.options) {
      const count = this.store.states.get(option.value) ?? 0;
      const label = option.value ? stateOf(option.value).label : "Any state";
      setText(option, count ? `${label} (${number(count)})` : label);
    }
  };
}
