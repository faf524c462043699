// Selects the theme: light, dark, or the system's.

import { byId, setAttribute, setText } from "./dom.js";

const CHOICES = ["", "light", "dark"];
const KEY = "rampline-theme";

export function offerThemes() {
  const node = byId("theme");
  const show = (choice) => {
    setAttribute(document.documentElement, "data-theme", choice || null);
    const text = `Colors: ${choice || "system"}`;
    setText(byId("theme-text"), text);
    node.title = text;
  };
  const current = () => document.documentElement.dataset.theme ?? "";
  node.addEventListener("click", () => {
    const next = CHOICES[(CHOICES.indexOf(current()) + 1) % CHOICES.length];
    localStorage.setItem(KEY, next);
    show(next);
  });
  show(current());
}
