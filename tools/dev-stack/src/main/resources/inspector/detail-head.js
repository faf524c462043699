// The head of the detail pane: the subject, its state, and the counts of its events.

import { stateChip } from "./chips.js";
import { copy, copyButton } from "./copy.js";
import { button, make } from "./dom.js";
import { dayAndMinute, number, visible } from "./format.js";
import { amounts } from "./subject-row.js";
import { shownState, stateOf } from "./vocabulary.js";

const IDS_SHOWN = 5;

/** Trace ids are found by a search, but only the timeline shows them. */
const TRACE = /^[0-9a-f]{32}$/;

/**
 * fromTable: whether the counts leave out what was before the page.
 * command: the command that shows the subject in a terminal.
 */
export function detailHead({ summary, fromTable }, command) {
  const id = make("h2", "detail-id any", visible(summary.subject));
  id.id = "detail-title";
  return make("div", "detail-head",
    make("div", "detail-name", id, copyButton(() => summary.subject, "the subject"),
      copyButton(() => location.href, "the link", "Copy link"), copyButton(() => command, "the command", "Copy command")),
    make("div", "detail-now", stateChip(shownState(summary)).node, make("span", "detail-amounts any", amounts(summary)),
      summary.backfill ? make("span", "flag", "backfill") : null,
      summary.nextCheckAt ? make("span", "flag is-waiting", `next check ${dayAndMinute(summary.nextCheckAt)}`) : null),
    ids(summary), banner(summary), tally(summary, fromTable));
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
  const { conflict, unverified, state } = summary;
  if (conflict?.open) {
    return make("div", "banner is-problem", make("b", "", "Do not pay out. "), contradiction(summary),
      ` The record says ${name(state)} until the provider's API decides.`);
  }
  if (unverified.length) {
    return make("div", "banner is-unconfirmed", make("b", "", "Not confirmed yet: "), `${unverified.map(name).join(", ")}. `,
      "It waits until a signed or fetched event confirms or replaces it.");
  }
  if (conflict) {
    return make("div", "banner is-settled", make("b", "", "Settled: "), `the provider's API decided for ${name(conflict.resolved)}. ${contradiction(summary)}`);
  }
  return null;
}

function contradiction({ conflict: { states, provider } }) {
  const reported = states.map(name).join(" and ");
  if (!provider) {
    return `${reported} were reported.`;
  }
  const known = provider === "unknown" ? "does not know it" : `said ${name(provider)}`;
  return `${reported} was reported, but the provider's API ${known}.`;
}

const name = (state) => `“${visible(stateOf(state).label)}”`;

const TALLY = [
  ["duplicate", "duplicate", "duplicates", "quiet"],
  ["stale", "outdated event", "outdated events", "quiet"],
  ["metadata-only", "event without a visible change", "events without a visible change", "quiet"],
  ["unverified", "unsigned event", "unsigned events", "unconfirmed"],
];

/** The number of messages and of events without a state change. */
function tally({ version, counts, conflict }, fromTable) {
  const conflicts = conflict?.open ? ["conflict", "conflict", "conflicts", "problem"] : ["conflict", "settled conflict", "settled conflicts", "quiet"];
  const noise = [...TALLY, conflicts].filter(([decision]) => counts[decision] > 0)
    .map(([decision, one, many, tone]) => figure(counts[decision], one, many, tone));
  const none = noise.length || fromTable ? null : make("span", "tally-none", "no duplicate, outdated or conflicting events");
  return make("p", "tally", figure(version, "message sent", "messages sent", "change"), ...noise, none);
}

function figure(count, one, many, tone) {
  return make("span", `figure of-${tone}`, make("b", "", number(count)), ` ${count === 1 ? one : many}`);
}
