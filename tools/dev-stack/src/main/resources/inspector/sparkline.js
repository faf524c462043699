// Shows the last minute as bars, one per second.

import { makeSvg, setAttribute } from "./dom.js";

const HEIGHT = 28;
const STEP = 3;
const SECONDS = 60;

export function sparkline(label) {
  const path = makeSvg("path", {});
  const node = makeSvg("svg", { class: "sparkline", viewBox: `0 0 ${SECONDS * STEP} ${HEIGHT}`, preserveAspectRatio: "none", role: "img" }, path);
  return {
    node,
    show(perSecond) {
      const most = Math.max(1, ...perSecond);
      setAttribute(path, "d", perSecond.map((count, second) => bar(count, second, most)).join(""));
      setAttribute(node, "aria-label", `${label}: at most ${Math.max(0, ...perSecond)} per second in the last minute`);
    },
  };
}

function bar(count, second, most) {
  const height = count === 0 ? 1 : Math.max(2, (count / most) * HEIGHT);
  return `M${second * STEP} ${HEIGHT}v${-height.toFixed(1)}h2v${height.toFixed(1)}z`;
}
