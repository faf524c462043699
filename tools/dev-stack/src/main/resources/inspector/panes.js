// Shows one pane at a time on a narrow screen.

import { byId, setAttribute } from "./dom.js";

export function switchPanes(view) {
  const tabs = [...document.querySelectorAll("[data-pane-of]")];
  let base = "subjects";
  const show = (pane) => {
    document.body.dataset.pane = pane;
    tabs.forEach((tab) => setAttribute(tab, "aria-current", tab.dataset.paneOf === pane ? "true" : null));
  };
  tabs.forEach((tab) => tab.addEventListener("click", () => {
    base = tab.dataset.paneOf;
    show(base);
  }));
  const follow = () => show(view.at.subject === null ? base : "detail");
  view.addEventListener("change", ({ detail }) => detail.subject !== view.at.subject && follow());
  byId("back").addEventListener("click", () => view.choose(null));
  follow();
}
