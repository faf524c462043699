// Copies text and reports the result.

import { button, byId, setText } from "./dom.js";

let toastTimer;

/** Shows a message for a moment, and sends it to screen readers. */
export function notify(text) {
  const toast = byId("toast");
  setText(byId("status"), text);
  setText(toast, text);
  toast.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { toast.hidden = true; }, 2500);
}

export async function copy(text, what) {
  notify((await writeText(text)) ? `Copied ${what}` : "Copying is not allowed in this browser");
}

async function writeText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writeWithSelection(text);
  }
}

/** The fallback without the clipboard API. */
function writeWithSelection(text) {
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

/** what: the object in "Copied the message". */
export function copyButton(textOf, what, label = "Copy") {
  const node = button("quiet copy", label, () => copy(textOf(), what));
  node.ariaLabel = `Copy ${what}`;
  return node;
}
