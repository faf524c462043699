// Chips for states, decisions, channels and trust levels.

import { make, setAttribute, setClass, setText } from "./dom.js";
import { visible } from "./format.js";
import { TRUST_LEVELS, CHANNELS, decisionOf, stateOf } from "./vocabulary.js";

/** A chip whose content can be replaced. */
export function stateChip(state) {
  const node = make("span", "state");
  const fill = (next) => {
    const { tone, label, description } = stateOf(next);
    setClass(node, `state tone-${tone}`);
    setText(node, visible(label));
    setAttribute(node, "data-hint", description ? `${next}: ${description}` : null);
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
    setText(label, decision.label);
    setAttribute(node, "data-hint", `${visible(next)}: ${decision.description}`);
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

export function trustChip(trust) {
  const isKnown = Object.hasOwn(TRUST_LEVELS, trust) && trust !== "unverified";
  const node = make("span", `proof is-${isKnown ? trust : "unverified"}`, visible(trust));
  setAttribute(node, "data-hint", TRUST_LEVELS[trust]);
  return node;
}
