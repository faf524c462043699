// What became of all words, as one bar: how much was news, how much was noise.

import { make, setAttribute, setText } from "./dom.js";
import { number } from "./format.js";
import { decisionOf } from "./vocabulary.js";

const SHARES = [
  ["news", "news", "Changed something: a message went out."],
  ["claim", "unsettled", "Not believed yet, or not understood: kept, announced, and asked about."],
  ["alarm", "alarming", "Contradicts what was final, or was refused."],
  ["quiet", "no news", "Doubled, late, or of no interest: nothing changed."],
  ["trouble", "in trouble", "Something was not to be had: it waits, or comes again."],
];

export function shares() {
  const bars = SHARES.map(([tone]) => make("span", `share of-${tone}`));
  const counts = SHARES.map(() => make("b"));
  const keys = SHARES.map(([tone, says, hint], index) => {
    const key = make("span", `key of-${tone}`, counts[index], ` ${says}`);
    key.dataset.hint = hint;
    return key;
  });
  const bar = make("div", "shares", ...bars);
  bar.setAttribute("aria-hidden", "true");
  return {
    node: make("div", "shares-whole", bar, make("p", "keys", ...keys)),
    show(decisions) {
      const sums = sumByTone(decisions);
      SHARES.forEach(([tone], index) => {
        const sum = sums.get(tone) ?? 0;
        bars[index].style.flexGrow = sum;
        setText(counts[index], number(sum));
        setAttribute(keys[index], "hidden", sum === 0 && tone !== "news" && tone !== "quiet" ? "" : null);
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
