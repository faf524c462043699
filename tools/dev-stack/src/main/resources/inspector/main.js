// Assembles the page.

import { Channels } from "./channels.js";
import { byId, setAttribute, setText } from "./dom.js";
import { Filters } from "./filters.js";
import { counted, visible } from "./format.js";
import { showHintsOnDemand } from "./hint.js";
import { installation, setInstallation } from "./installation.js";
import { listenToKeys } from "./keys.js";
import { Lookup } from "./lookup.js";
import { switchPanes } from "./panes.js";
import { Send } from "./send.js";
import { Store } from "./store.js";
import { SubjectDetail } from "./subject-detail.js";
import { follow } from "./stream.js";
import { Subjects } from "./subjects.js";
import { offerThemes } from "./theme-choice.js";
import { View } from "./view.js";
import { legend, Welcome } from "./welcome.js";
import { LiveEvents } from "./live-events.js";

const LINKS = { connecting: "connecting", live: "live", lost: "connection lost, reconnecting" };

const store = new Store();
const view = new View();
const subjects = new Subjects(store, view);
const events = new LiveEvents(store, view);
const send = new Send(view, subjects);
const lookup = new Lookup(store, view);

new Filters(store, view);
new Channels(store);
const welcome = new Welcome(send);
new SubjectDetail(store, view, welcome);
offerThemes();
showHintsOnDemand();
switchPanes(view);
listenToKeys({ subjects, send, view, lookup });
offerPause();
offerLegend();
announceCounts();
showProblems();
follow(store, showInstallation, showLink);

function showInstallation(hello) {
  setInstallation(hello);
  byId("environment").hidden = false;
  setText(byId("environment"), visible(installation.name));
  document.title = `Rampline inspector: ${visible(installation.name)}`;
  byId("send-open").hidden = !installation.canSend;
  welcome.fill();
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
    [subjects, events].forEach((list) => list.hold.pause(paused));
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

/** Shows what the server cannot read. */
function showProblems() {
  const box = byId("problems");
  store.addEventListener("channels", () => {
    const text = store.channels.problems.map(visible).join(" ");
    box.hidden = text === "";
    setText(box, text);
  });
}

/** Reports counts to screen readers once they are stable, but not each event. */
function announceCounts() {
  let timer;
  store.addEventListener("filtered", () => {
    clearTimeout(timer);
    timer = setTimeout(() => store.isReady && setText(byId("status"), `${counted(store.matching, "order or customer", "orders and customers")} shown`), 600);
  });
}
