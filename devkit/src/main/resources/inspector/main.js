// Puts the page together.

import { Channels } from "./channels.js";
import { byId, setAttribute, setText } from "./dom.js";
import { Filters } from "./filters.js";
import { counted, visible } from "./format.js";
import { explainOnDemand } from "./hint.js";
import { listenToKeys } from "./keys.js";
import { switchPanes } from "./panes.js";
import { Send } from "./send.js";
import { Store } from "./store.js";
import { Story } from "./story.js";
import { follow } from "./stream.js";
import { Subjects } from "./subjects.js";
import { offerThemes } from "./theme-choice.js";
import { View } from "./view.js";
import { legend, Welcome } from "./welcome.js";
import { Words } from "./words.js";

const LINKS = { connecting: "connecting", live: "live", lost: "connection lost, trying again" };

const store = new Store();
const view = new View();
const subjects = new Subjects(store, view);
const words = new Words(store, view);
const send = new Send(view, subjects);

new Filters(store, view);
new Channels(store);
new Story(store, view, new Welcome(send));
offerThemes();
explainOnDemand();
switchPanes(view);
listenToKeys({ subjects, send, view });
offerPause();
offerLegend();
tellCounts();
follow(store, showPlaces, showLink);

function showPlaces({ environment }) {
  byId("environment").hidden = false;
  setText(byId("environment"), visible(environment));
}

function showLink(state) {
  const link = byId("link");
  if (link.dataset.link !== state) {
    link.dataset.link = state;
    setText(byId("link-text"), LINKS[state]);
    setText(byId("status"), LINKS[state]);
  }
}

function offerPause() {
  const pause = byId("pause");
  pause.addEventListener("click", () => {
    const paused = pause.getAttribute("aria-pressed") !== "true";
    setAttribute(pause, "aria-pressed", paused);
    setText(byId("pause-text"), paused ? "Resume" : "Pause");
    [subjects, words].forEach((list) => list.holding.pause(paused));
  });
}

function offerLegend() {
  const box = byId("legend");
  const opener = byId("legend-open");
  box.append(legend());
  opener.addEventListener("click", () => {
    box.hidden = !box.hidden;
    setAttribute(opener, "aria-expanded", !box.hidden);
  });
}

/** To the screen reader: counts, once they rest, and never each word. */
function tellCounts() {
  let timer;
  store.addEventListener("filtered", () => {
    clearTimeout(timer);
    timer = setTimeout(() => store.isReady && setText(byId("status"), `${counted(store.matching, "subject")} shown`), 600);
  });
}
