// Shows the hint of the element under the pointer or with the focus, one at a time.

import { byId, setText } from "./dom.js";

const GAP = 6;
let target = null;

function show(next) {
  const hint = byId("hint");
  if (!next?.dataset.hint) {
    hide();
    return;
  }
  target = next;
  setText(hint, next.dataset.hint);
  hint.hidden = false;
  place(hint, next.getBoundingClientRect());
  next.setAttribute("aria-describedby", "hint");
}

function place(hint, beside) {
  const { width, height } = hint.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(beside.left, innerWidth - width - GAP));
  const below = beside.bottom + GAP;
  const top = below + height > innerHeight ? Math.max(GAP, beside.top - height - GAP) : below;
  hint.style.left = `${left}px`;
  hint.style.top = `${top}px`;
}

function hide() {
  target?.removeAttribute("aria-describedby");
  target = null;
  byId("hint").hidden = true;
}

export const isHintShown = () => target !== null;
export const hideHint = hide;

export function showHintsOnDemand() {
  const of = (event) => event.target.closest?.("[data-hint]");
  document.addEventListener("pointerover", (event) => event.pointerType === "mouse" && show(of(event)));
  document.addEventListener("pointerdown", hide);
  document.addEventListener("focusin", (event) => show(event.target.matches(":focus-visible") ? of(event) : null));
  document.addEventListener("focusout", hide);
  document.addEventListener("scroll", hide, { capture: true, passive: true });
}
