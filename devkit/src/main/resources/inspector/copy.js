// Copying, and saying that it is done.

import { button, byId, setText } from "./dom.js";

let toastTimer;

/** Said to everyone: shown for a moment, and to the screen reader. */
export function tell(text) {
  const toast = byId("toast");
  setText(byId("status"), text);
  setText(toast, text);
  toast.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { toast.hidden = true; }, 2500);
}

export async function copy(text, what) {
  tell((await written(text)) ? `Copied ${what}` : "This browser does not allow copying");
}

async function written(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writtenByHand(text);
  }
}

/** Where the clipboard API is missing or not allowed. */
function writtenByHand(text) {
  const field = document.createElement("textarea");
  const focused = document.activeElement;
  field.value = text;
  field.className = "sr";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  focused?.focus();
  return done;
}

/** what: as in "Copied the message". */
export function copyButton(textOf, what, label = "Copy") {
  const node = button("quiet copy", label, () => copy(textOf(), what));
  node.ariaLabel = `Copy ${what}`;
  return node;
}
