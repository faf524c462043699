// Keyboard shortcuts.

import { byId } from "./dom.js";
import { hideHint, isHintShown } from "./hint.js";

const isField = (node) => node.matches?.("input, select, textarea, [contenteditable]");

function moves(subjects) {
  const far = Number.MAX_SAFE_INTEGER;
  const inList = { ArrowDown: 1, ArrowUp: -1, PageDown: subjects.page, PageUp: -subjects.page, End: far, Home: -far };
  return { anywhere: { j: 1, k: -1 }, inList };
}

export function listenToKeys({ subjects, send, view, lookup }) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "Escape") {
      escape(send, view);
    } else if (!isField(event.target)) {
      press(event, subjects);
    }
  });
  byId("search").addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === "ArrowDown") {
      event.preventDefault();
      if (lookup.isOffered) {
        lookup.find();
      } else {
        byId("list").focus();
        subjects.step(0);
      }
    }
  });
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("list").focus();
  });
}

function press(event, subjects) {
  const { anywhere, inList } = moves(subjects);
  const by = anywhere[event.key] ?? (event.target === byId("list") ? inList[event.key] : undefined);
  if (by !== undefined) {
    event.preventDefault();
    subjects.step(by);
  } else if (event.key === "/") {
    event.preventDefault();
    byId("search").select();
    byId("search").focus();
  } else if (event.key === "Enter" && event.target === byId("list")) {
    byId("detail").focus();
  }
}

/** Closes the topmost element first. */
function escape(send, view) {
  const search = byId("search");
  if (isHintShown()) {
    hideHint();
  } else if (send.isOpen) {
    send.close();
  } else if (document.activeElement === search && search.value) {
    view.filter({ query: "" });
  } else if (document.activeElement === search || byId("detail").contains(document.activeElement)) {
    byId("list").focus();
  } else if (view.at.subject !== null) {
    view.choose(null);
  }
}
