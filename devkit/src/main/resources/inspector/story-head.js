// Above the time line: what the subject is, and what came of everything said about it.

import { stateChip } from "./chips.js";
import { copy, copyButton } from "./copy.js";
import { button, make } from "./dom.js";
import { number, visible } from "./format.js";
import { amounts } from "./subject-row.js";

const IDS_SHOWN = 5;

/** A search finds them; the time line says which word each belongs to. */
const TRACE = /^[0-9a-f]{32}$/;

export function storyHead(summary) {
  const id = make("h2", "story-id any", visible(summary.subject));
  id.id = "story-title";
  return make("div", "story-head",
    make("div", "story-name", id, copyButton(() => summary.subject, "the subject"),
      copyButton(() => location.href, "the link", "Copy link")),
    make("div", "story-now", stateChip(summary.state).node, make("span", "story-amounts any", amounts(summary)),
      summary.erased ? make("span", "flag", "erased") : null,
      summary.backfill ? make("span", "flag", "backfill") : null,
      summary.waiting ? make("span", "flag is-waiting", "the reconciler will look at it") : null),
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
  return make("p", "story-ids", make("span", "label", "Also known as"), ...shown, more ? `and ${number(more)} more` : null);
}

function banner(summary) {
  if (summary.conflict === "open") {
    return make("div", "banner is-alarm", make("b", "", "Two final states contradict each other. "),
      `“${visible(summary.state)}” stands because it came first. The reconciler asks the provider's API, and its answer settles it.`);
  }
  if (summary.claims.length) {
    return make("div", "banner is-claim", make("b", "", "Claimed, not believed yet: "), `${summary.claims.map(visible).join(", ")}. `,
      "The claim stands until a signed or fetched word answers it.");
  }
  return null;
}

const TALLY = [
  ["duplicate", "duplicate", "duplicates", "quiet"],
  ["stale", "stale word", "stale words", "quiet"],
  ["metadata-only", "metadata-only", "metadata-only", "quiet"],
  ["unverified", "claim", "claims", "claim"],
  ["conflict", "conflict", "conflicts", "alarm"],
];

/** How much was said, and how little of it was news. */
function tally({ version, counts }) {
  const noise = TALLY.filter(([name]) => counts[name] > 0)
    .map(([name, one, many, tone]) => figure(counts[name], counts[name] === 1 ? one : many, tone));
  const sentence = noise.length ? null : make("span", "tally-none", "nothing repeated, late or contradicting");
  return make("p", "tally", figure(version, version === 1 ? "message went out" : "messages went out", "news"), ...noise, sentence);
}

function figure(count, says, tone) {
  return make("span", `figure of-${tone}`, make("b", "", number(count)), ` ${says}`);
}
