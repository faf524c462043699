// The head of the detail pane: the subject, its state, and the counts of its events.

import { stateChip } from "./chips.js";
import { copy, copyButton } from "./copy.js";
import { button, make } from "./dom.js";
import { number, visible } from "./format.js";
import { amounts } from "./subject-row.js";

const IDS_SHOWN = 5;

/** Trace ids are found by a search, but only the timeline shows them. */
const TRACE = /^[0-9a-f]{32}$/;

export function detailHead(summary) {
  const id = make("h2", "detail-id any", visible(summary.subject));
  id.id = "detail-title";
  return make("div", "detail-head",
    make("div", "detail-name", id, copyButton(() => summary.subject, "the subject"),
      copyButton(() => location.href, "the link", "Copy link")),
    make("div", "detail-now", stateChip(summary.state).node, make("span", "detail-amounts any", amounts(summary)),
      summary.erased ? make("span", "flag", "erased") : null,
      summary.backfill ? make("span", "flag", "backfill") : null,
      summary.waiting ? make("span", "flag is-waiting", "due check scheduled") : null),
    ids(summary), banner(summary), tally(summary));
}

function ids(summary) {
  const others = summary.ids.filter((id) => !summary.subject.endsWith(`/${id}`) && !TRACE.test(id));
  if (others.length === 0) {
    return null;
  }
  const shown = others.slice(0, IDS_SHOWN).map((id) => {
    const node = button("id any", visible(id), () => copy(id, "the id"));
    node.title = `Copy ${visible(id)}`;
    return node;
  });
  const more = others.length - shown.length;
  return make("p", "detail-ids", make("span", "label", "Other ids"), ...shown, more ? `and ${number(more)} more` : null);
}

function banner(summary) {
  if (summary.conflict === "open") {
    return make("div", "banner is-problem", make("b", "", "Two terminal states contradict each other. "),
      `The state is “${visible(summary.state)}” because it was recorded first. The reconciliation reads the provider's API to resolve the conflict.`);
  }
  if (summary.unverified.length) {
    return make("div", "banner is-unconfirmed", make("b", "", "Unverified: "), `${summary.unverified.map(visible).join(", ")}. `,
      "It waits until a signed or fetched event confirms or replaces it.");
  }
  return null;
}

const TALLY = [
  ["duplicate", "duplicate", "duplicates", "quiet"],
  ["stale", "stale event", "stale events", "quiet"],
  ["metadata-only", "metadata-only", "metadata-only", "quiet"],
  ["unverified", "unverified", "unverified", "unconfirmed"],
  ["conflict", "conflict", "conflicts", "problem"],
];

/** The number of messages and of events without a state change. */
function tally({ version, counts }) {
  const noise = TALLY.filter(([name]) => counts[name] > 0)
    .map(([name, one, many, tone]) => figure(counts[name], counts[name] === 1 ? one : many, tone));
  const none = noise.length ? null : make("span", "tally-none", "no duplicate, stale or conflicting events");
  return make("p", "tally", figure(version, version === 1 ? "message sent" : "messages sent", "change"), ...noise, none);
}

function figure(count, label, tone) {
  return make("span", `figure of-${tone}`, make("b", "", number(count)), ` ${label}`);
}
