// What stands on a subject's time line: versions, words that changed nothing, and the end of it all.

import { authenticityChip, channelChip, decisionChip, stateChip } from "./chips.js";
import { copyButton } from "./copy.js";
import { make, setAttribute } from "./dom.js";
import { clock, dayAndClock, visible } from "./format.js";
import { DELIVERIES, stateTone } from "./vocabulary.js";
import { explanation } from "./word-row.js";

const TITLES = {
  "fields-updated": "New facts, same state",
  unverified: "A claim, not believed yet",
  conflict: "Contradicts what was final",
  unrecognized: "A status that nobody has documented",
};

export function entryNode(entry, index) {
  const kinds = { version: versionEntry, word: wordEntry, erased: erasedEntry };
  return (kinds[entry.kind] ?? wordEntry)(entry, index === 0);
}

function time(iso) {
  const node = make("time", "entry-time", clock(iso));
  node.dateTime = iso;
  node.title = `${dayAndClock(iso)} (${iso})`;
  return node;
}

function versionEntry(entry, isFirst) {
  return make("li", `entry is-version tone-${stateTone(entry.state)} of-${entry.decision}`,
    make("div", "entry-head", ...title(entry), make("span", "entry-version", `v${entry.version}`), time(entry.at)),
    toldBy(entry, isFirst), verdict(entry), outgoing(entry));
}

function title(entry) {
  if (entry.decision === "state-changed") {
    const from = entry.previousState ? [make("span", "entry-from", visible(entry.previousState)), make("span", "arrow", "→")] : [];
    return [...from, stateChip(entry.state).node];
  }
  return [decisionChip(entry.decision).node, make("span", "entry-title", headline(entry))];
}

const headline = ({ decision, conflict }) =>
  decision === "conflict" && conflict?.settled ? "Settled: the API has the last word" : TITLES[decision] ?? "";

function toldBy(entry, isFirst) {
  const first = entry.decision === "state-changed" || isFirst ? "first told by" : "told by";
  const backfill = entry.backfill ? make("span", "flag", "backfill") : null;
  const event = entry.eventName ?? entry.rawStatus;
  return make("p", "entry-told", `${first} `, channelChip(entry.channel).node, authenticityChip(entry.authenticity),
    event ? make("code", "any", visible(event)) : null, backfill);
}

function verdict({ conflict, claims, decision }) {
  const claimed = claims?.length ? make("p", "entry-claim", "Waits to be confirmed: ", ...claims.map((state) => stateChip(state).node)) : null;
  if (decision !== "conflict" || !conflict) {
    return claimed;
  }
  const finals = conflict.finals.flatMap((state, index) => [index ? make("span", "versus", "≠") : null, stateChip(state).node]);
  const end = conflict.settled
    ? [" settled by the API: ", stateChip(conflict.settled).node]
    : [" open until the provider's API decides"];
  return make("p", "entry-conflict", ...finals, ...end);
}

/** The message that went out; opened, all that there is to know of it. */
function outgoing(entry) {
  const count = entry.changed.length;
  const summary = make("summary", "entry-out", make("span", "out-mark", "message"),
    make("code", "any", visible(entry.message?.type ?? "none")),
    make("span", `delivery is-${entry.delivery ?? "none"}`, DELIVERIES[entry.delivery] ?? "on its way"),
    count ? make("span", "entry-count", `${count} new ${count === 1 ? "fact" : "facts"}`) : null);
  const box = make("details", "entry-details", summary);
  // Filled when it is opened: most never are.
  box.addEventListener("toggle", () => box.open && box.children.length === 1 && box.append(...detailed(entry)));
  return box;
}

function detailed(entry) {
  const facts = [
    ["Event", entry.eventName], ["Status as written", entry.rawStatus],
    ["Occurred", entry.occurredAt], ["Received", entry.receivedAt],
    ["Trace", entry.traceId], ["Message id", entry.message?.id],
  ].filter(([, value]) => value);
  const parts = [make("dl", "facts", ...facts.flatMap(([name, value]) => [make("dt", "", name), make("dd", "any", visible(value))]))];
  if (entry.changed.length) {
    parts.push(changes(entry.changed));
  }
  if (entry.message) {
    parts.push(source("The message, as it went out", entry.message.body, `the message ${visible(entry.message.id)}`));
  }
  return parts;
}

function changes(changed) {
  const cell = (text) => make("td", "any", text === null || text === undefined ? "–" : visible(text));
  const head = make("thead", "", make("tr", "", ...["Fact", "Before", "After"].map(column)));
  const rows = changed.map(({ field, before, after }) => {
    const name = make("th", "any", visible(field));
    name.scope = "row";
    return make("tr", "", name, cell(before), cell(after));
  });
  return make("table", "changes", head, make("tbody", "", ...rows));
}

function column(text) {
  const node = make("th", "", text);
  node.scope = "col";
  return node;
}

/** A block of text that can be copied whole, exactly as it is. */
export function source(title, text, what) {
  const block = make("pre", "any", visibleLines(text));
  block.tabIndex = 0;
  setAttribute(block, "aria-label", what);
  block.role = "region";
  return make("div", "source", make("div", "source-head", make("span", "", title), copyButton(() => text, what)), block);
}

const visibleLines = (text) => text.split("\n").map(visible).join("\n");

function wordEntry(entry) {
  const said = entry.state ? ["said ", make("b", "any", visible(entry.state))] : ["came in"];
  const told = entry.channel ? channelChip(entry.channel).node : make("span", "channel", visible(entry.function ?? ""));
  return make("li", "entry is-word",
    make("div", "entry-head", decisionChip(entry.decision).node, told, make("span", "entry-said", ...said), time(entry.at)),
    make("p", "entry-says any", explanation(entry)));
}

function erasedEntry(entry) {
  return make("li", "entry is-word",
    make("div", "entry-head", decisionChip("erased").node, make("span", "entry-said", "Forgotten on request"), time(entry.at)));
}
