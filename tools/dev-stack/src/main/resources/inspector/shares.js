// Shows the decisions on all events as one bar.

import { make, setAttribute, setText } from "./dom.js";
import { number } from "./format.js";
import { decisionOf } from "./vocabulary.js";

const SHARES = [
  ["change", "changes", "The record changed and a message was sent."],
  ["unconfirmed", "unconfirmed", "Not signed or undocumented: recorded, sent to consumers, and looked up in the provider's API."],
  ["problem", "problems", "Contradicts the end that was reported before, or was rejected."],
  ["quiet", "no change", "Duplicate, outdated, or without a visible change."],
  ["trouble", "delayed", "A dependency was unavailable: the event waits or is sent again."],
];

export function shares() {
  const bars = SHARES.map(([tone]) => make("span", `share of-${tone}`));
  const counts = SHARES.map(() => make("b"));
  const keys = SHARES.map(([tone, label, hint], index) => {
    const key = make("span", `key of-${tone}`, counts[index], ` ${label}`);
    key.dataset.hint = hint;
    return key;
  });
  const bar = make("div", "shares", ...bars);
  bar.setAttribute("aria-hidden", "true");
  return {
    node: make("div", "shares-all", bar, make("p", "keys", ...keys)),
    show(decisions) {
      const sums = sumByTone(decisions);
      SHARES.forEach(([tone], index) => {
        const sum = sums.get(tone) ?? 0;
        bars[index].style.flexGrow = sum;
        setText(counts[index], number(sum));
        setAttribute(keys[index], "hidden", sum === 0 && tone !== "change" && tone !== "quiet" ? "" : null);
      });
    },
  };
}

function sumByTone(decisions) {
  const sums = new Map();
  Object.entries(decisions).forEach(([name, count]) => {
    const { tone } = decisionOf(name);
    sums.set(tone, (sums.get(tone) ?? 0) + count);
  });
  return sums;
}
