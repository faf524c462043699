// The entries of a timeline: versions, events without a new version, and erasures.

import { trustChip, channelChip, decisionChip, stateChip } from "./chips.js";
import { copyButton } from "./copy.js";
import { make, setAttribute } from "./dom.js";
import { clock, dayAndClock, visible } from "./format.js";
import { deliveryOf, shownDecision, stateOf } from "./vocabulary.js";
import { explanation } from "./event-row.js";

const TITLES = {
  "fields-updated": "The same state",
  unverified: "Not signed",
  conflict: "Contradicts the recorded end: do not pay out",
  "past-conflict": "Contradicted the recorded end",
  "conflict-resolved": "The provider's API has decided",
  unrecognized: "An undocumented status",
};

/** isOver: whether the conflict that the entry opened was settled since. */
export function entryNode(entry, index, isOver) {
  const kinds = { version: versionEntry, event: eventEntry, confirmed: confirmedEntry, erased: erasedEntry };
  return (kinds[entry.kind] ?? eventEntry)(entry, index === 0, isOver);
}

function time(iso) {
  const node = make("time", "entry-time", clock(iso));
  node.dateTime = iso;
  node.title = `${dayAndClock(iso)} (${iso})`;
  return node;
}

function versionEntry(entry, isFirst, isOver) {
  const decision = shownDecision(entry, isOver);
  return make("li", `entry is-version tone-${stateOf(entry.state).tone} of-${decision}`,
    make("div", "entry-head", ...title(entry, decision), make("span", "entry-version", `v${entry.version}`), time(entry.at)),
    reportedBy(entry, isFirst), conflictStates(entry, decision), unconfirmed(entry), outgoing(entry));
}

function title(entry, decision) {
  if (decision === "state-changed") {
    const from = entry.previousState ? [make("span", "entry-from", visible(stateOf(entry.previousState).label)), make("span", "arrow", "→")] : [];
    return [...from, stateChip(entry.state).node];
  }
  return [decisionChip(decision).node, make("span", "entry-title", TITLES[decision] ?? "")];
}

function reportedBy(entry, isFirst) {
  const first = entry.decision === "state-changed" || isFirst ? "first reported by" : "reported by";
  const backfill = entry.backfill ? make("span", "flag", "backfill") : null;
  const event = entry.eventName ?? entry.rawStatus;
  return make("p", "entry-reported", `${first} `, channelChip(entry.channel).node, entry.trust ? trustChip(entry.trust) : null,
    event ? make("code", "any", visible(event)) : null, backfill);
}

function unconfirmed({ unverified }) {
  return unverified?.length ? make("p", "entry-unverified", "Waits for confirmation: ", ...unverified.map((state) => stateChip(state).node)) : null;
}

const OUTCOMES = {
  conflict: "open until the provider's API decides",
  "past-conflict": "settled since by the provider's API",
  "conflict-resolved": "settled by the provider's API:",
};

function conflictStates({ conflict }, decision) {
  const outcome = OUTCOMES[decision];
  if (!outcome) {
    return null;
  }
  const states = [...conflict.states, ...(conflict.provider && conflict.open ? [conflict.provider] : [])]
    .flatMap((state, index) => [index ? make("span", "versus", "≠") : null, stateChip(state).node]);
  return make("p", `entry-conflict is-${decision}`, ...states, ` ${outcome} `, conflict.resolved ? stateChip(conflict.resolved).node : null);
}

/** The sent message; when opened, all its details. */
function outgoing(entry) {
  if (!entry.message) {
    return make("p", "entry-out", make("span", "out-mark", "message sent"));
  }
  const count = entry.changed.length;
  const [label, hint] = deliveryOf(entry.delivery);
  const delivery = make("span", `delivery is-${entry.delivery ?? "none"}`, label);
  delivery.dataset.hint = hint;
  const summary = make("summary", "entry-out", make("span", "out-mark", "message"),
    make("code", "any", visible(entry.message.type)), delivery,
    count ? make("span", "entry-count", `${count} changed ${count === 1 ? "field" : "fields"}`) : null);
  const box = make("details", "entry-details", summary);
  // Filled when opened.
  box.addEventListener("toggle", () => box.open && box.children.length === 1 && box.append(...detailed(entry)));
  return box;
}

function detailed(entry) {
  const fields = [
    ["Event", entry.eventName], ["Raw status", entry.rawStatus],
    ["Occurred", entry.occurredAt], ["Received", entry.receivedAt],
    ["Trace", entry.traceId], ["Message id", entry.message.id],
  ].filter(([, value]) => value);
  const parts = [make("dl", "fields", ...fields.flatMap(([name, value]) => [make("dt", "", name), make("dd", "any", visible(value))]))];
  if (entry.changed.length) {
    parts.push(changes(entry.changed));
  }
  return [...parts, source("Message body", entry.message.body, `the message ${visible(entry.message.id)}`)];
}

function changes(changed) {
  const cell = (text) => make("td", "any", text === null || text === undefined ? "–" : visible(text));
  const head = make("thead", "", make("tr", "", ...["Field", "Before", "After"].map(column)));
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

/** A block of text with a button that copies it unchanged. */
export function source(title, text, what) {
  const block = make("pre", "any", visibleLines(text));
  block.tabIndex = 0;
  setAttribute(block, "aria-label", what);
  block.role = "region";
  return make("div", "source", make("div", "source-head", make("span", "", title), copyButton(() => text, what)), block);
}

const visibleLines = (text) => text.split("\n").map(visible).join("\n");

function eventEntry(entry) {
  const report = entry.state ? ["reported ", make("b", "any", visible(stateOf(entry.state).label))] : ["received"];
  const channel = entry.channel ? channelChip(entry.channel).node : make("span", "channel", visible(entry.function ?? ""));
  return make("li", "entry is-event",
    make("div", "entry-head", decisionChip(entry.decision).node, channel, make("span", "entry-report", ...report), time(entry.at)),
    make("p", "entry-description any", explanation(entry)));
}

function confirmedEntry(entry) {
  return make("li", "entry is-event",
    make("div", "entry-head", channelChip(entry.channel).node, make("span", "entry-report", "confirmed ", make("b", "any", visible(stateOf(entry.state).label))), time(entry.at)));
}

function erasedEntry(entry) {
  return make("li", "entry is-event",
    make("div", "entry-head", decisionChip("erased").node, make("span", "entry-report", "Erased on request"), time(entry.at)));
}
