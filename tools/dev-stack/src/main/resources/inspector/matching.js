// Matches subjects against the filters.

import { isTerminal, shownState } from "./vocabulary.js";

export const TRAITS = {
  open: (summary) => !isTerminal(shownState(summary)),
  conflict: (summary) => Boolean(summary.conflict?.open),
  unverified: (summary) => summary.unverified.length > 0,
  waiting: (summary) => summary.nextCheckAt !== null,
};

/** Created once per change of a subject, and only for a search. */
function haystack(node) {
  node.haystack ??= [node.summary.subject, ...node.summary.ids].join("\n").toLowerCase();
  return node.haystack;
}

export function matcher({ kind, state, only, query }) {
  const traits = only.map((name) => TRAITS[name]);
  const needle = query.trim().toLowerCase();
  return (node) =>
    (!kind || node.summary.kind === kind) &&
    (!state || shownState(node.summary) === state) &&
    traits.every((has) => has(node.summary)) &&
    (!needle || haystack(node).includes(needle));
}

/** The id that the search matches, unless it is the subject's own. */
export function otherIdMatch(summary, query) {
  const needle = query.trim().toLowerCase();
  if (!needle || summary.subject.toLowerCase().includes(needle)) {
    return null;
  }
  return summary.ids.find((id) => id.toLowerCase().includes(needle)) ?? null;
}
