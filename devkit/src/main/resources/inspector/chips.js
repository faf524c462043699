// States, decisions and channels look the same wherever they stand.

import { make, setAttribute, setClass, setText } from "./dom.js";
import { visible } from "./format.js";
import { AUTHENTICITIES, CHANNELS, decisionOf, stateTone } from "./vocabulary.js";

/** A chip that can be told again what to show. */
export function stateChip(state) {
  const node = make("span", "state");
  const fill = (next) => {
    setClass(node, `state tone-${stateTone(next)}`);
    setText(node, visible(next));
  };
  fill(state);
  return { node, fill };
}

export function decisionChip(name) {
  const sign = make("span", "sign");
  sign.setAttribute("aria-hidden", "true");
  const label = make("span");
  const node = make("span", "decision", sign, label);
  const fill = (next) => {
    const decision = decisionOf(next);
    setClass(node, `decision of-${decision.tone}`);
    setText(sign, decision.sign);
    setText(label, visible(next));
    setAttribute(node, "data-hint", decision.says);
  };
  fill(name);
  return { node, fill };
}

export function channelChip(channel) {
  const node = make("span", "channel");
  const fill = (next) => {
    setClass(node, `channel by-${Object.hasOwn(CHANNELS, next ?? "") ? next : "none"}`);
    setText(node, visible(next ?? "no channel"));
    setAttribute(node, "data-hint", CHANNELS[next]);
  };
  fill(channel);
  return { node, fill };
}

export function authenticityChip(authenticity) {
  const isKnown = Object.hasOwn(AUTHENTICITIES, authenticity) && authenticity !== "unverified";
  const node = make("span", `proof is-${isKnown ? authenticity : "unsigned"}`, authenticity === "unverified" ? "unsigned" : visible(authenticity));
  setAttribute(node, "data-hint", AUTHENTICITIES[authenticity]);
  return node;
}
