// Whether a subject fits what is looked for.

import { isFinal } from "./vocabulary.js";

export const TRAITS = {
  open: (summary) => !isFinal(summary.state),
  conflict: (summary) => summary.conflict === "open",
  claims: (summary) => summary.claims.length > 0,
  waiting: (summary) => summary.waiting,
};

/** Made once a subject and change, and only if something is searched. */
function haystack(node) {
  node.haystack ??= [node.summary.subject, ...node.summary.ids].join("\n").toLowerCase();
  return node.haystack;
}

export function matcher({ kind, state, only, query }) {
  const traits = only.map((name) => TRAITS[name]);
  const needle = query.trim().toLowerCase();
  return (node) =>
    (!kind || node.summary.kind === kind) &&
    (!state || node.summary.state === state) &&
    traits.every((has) => has(node.summary)) &&
    (!needle || haystack(node).includes(needle));
}

/** The id that the search has hit, unless it is the subject's own. */
export function otherIdHit(summary, query) {
  const needle = query.trim().toLowerCase();
  if (!needle || summary.subject.toLowerCase().includes(needle)) {
    return null;
  }
  return summary.ids.find((id) => id.toLowerCase().includes(needle)) ?? null;
}
