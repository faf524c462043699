// The selected subject and the filters. The address holds all of it.

const ONLY = ["open", "conflict", "unverified", "waiting"];
const NOTHING = { subject: null, kind: "", state: "", only: [], query: "" };

export class View extends EventTarget {
  constructor() {
    super();
    this.at = parse(location.hash);
    window.addEventListener("popstate", () => this.#become(parse(location.hash)));
  }

  /** Selects a subject. Back in the browser history leads to the page without a selection. */
  choose(subject) {
    const replaces = this.at.subject !== null && subject !== null;
    this.#write({ ...this.at, subject }, replaces);
  }

  filter(change) {
    this.#write({ ...this.at, ...change }, true);
  }

  clear() {
    this.#write({ ...NOTHING, subject: this.at.subject }, true);
  }

  /** The address of a subject with the same filters. */
  addressOf(subject) {
    return address({ ...this.at, subject });
  }

  get isFiltered() {
    const { kind, state, only, query } = this.at;
    return Boolean(kind || state || only.length || query);
  }

  #write(at, replaces) {
    history[replaces ? "replaceState" : "pushState"](null, "", address(at));
    this.#become(at);
  }

  #become(at) {
    const before = this.at;
    this.at = at;
    this.dispatchEvent(new CustomEvent("change", { detail: before }));
  }
}

/** The address of a view, such as #/order/OZZ-1?only=conflict. */
function address(at) {
  const path = at.subject === null ? "" : at.subject.split("/").map(encodeURIComponent).join("/");
  const parameters = new URLSearchParams();
  const put = (name, value) => value && parameters.set(name, value);
  put("kind", at.kind);
  put("state", at.state);
  put("only", (at.only ?? []).join(","));
  put("q", at.query);
  return `#/${path}${parameters.size ? `?${parameters}` : ""}`;
}

function parse(hash) {
  const [path, parameters = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const read = new URLSearchParams(parameters);
  return {
    subject: decoded(path) || null,
    kind: read.get("kind") ?? "",
    state: read.get("state") ?? "",
    only: (read.get("only") ?? "").split(",").filter((name) => ONLY.includes(name)),
    query: read.get("q") ?? "",
  };
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return "";
  }
}
