// The strip on top: how words come in, what becomes of them, what goes out.

import { byId, make, setAttribute, setClass, setText } from "./dom.js";
import { age, counted, dayAndMinute, number, spoken, visible } from "./format.js";
import { nextFrame } from "./frames.js";
import { shares } from "./shares.js";
import { sparkline } from "./sparkline.js";

/** A titled box: one large line, and small ones below it. */
function box(title, className, ...more) {
  const large = make("span", "box-large");
  const small = make("p", "box-small any");
  const node = make("section", `box ${className}`, make("h3", "", title), make("div", "box-head", large, ...more), small);
  return { node, large, small };
}

export class Channels {
  constructor(store) {
    this.store = store;
    this.rate = sparkline("Webhooks");
    this.webhook = box("Webhook", "is-webhook", this.rate.node);
    this.webhook.small.tabIndex = 0;
    this.socket = box("Socket", "is-socket");
    this.api = box("API, read by the reconciler", "is-api");
    this.shares = shares();
    this.words = box("Words", "is-words");
    this.words.node.append(this.shares.node);
    this.ledger = box("One ledger", "is-ledger");
    this.queue = box("One queue", "is-queue");
    byId("channels").append(...[this.webhook, this.socket, this.api, this.words, this.ledger, this.queue].map(({ node }) => node));
    store.addEventListener("channels", () => nextFrame(() => this.#show(store.channels)));
  }

  #show(channels) {
    const now = Date.parse(channels.now);
    this.#showWebhook(channels.webhook, now);
    this.#showSocket(channels.socket, now);
    this.#showReconcile(channels.reconcile, now);
    this.#showWords(channels.decisions);
    this.#showLedger(channels.ledger);
    this.#showQueue(channels);
  }

  #showWebhook({ perSecond, answers, refusals, lastAt }, now) {
    const lately = perSecond.slice(-6, -1);
    const rate = lately.reduce((sum, count) => sum + count, 0) / Math.max(1, lately.length);
    setText(this.webhook.large, `${rate >= 10 ? number(Math.round(rate)) : rate.toFixed(1)}/s`);
    this.rate.show(perSecond);
    const reasons = Object.entries(refusals).sort((one, other) => other[1] - one[1]);
    const refused = reasons.reduce((sum, [, count]) => sum + count, 0);
    const why = reasons.map(([reason, count]) => `${spoken(reason)} ${number(count)}`).join(" · ");
    const answered = Object.values(answers).reduce((sum, count) => sum + count, 0);
    const last = lastAt ? `, last ${age(lastAt, now)} ago` : "";
    small(this.webhook, refused ? `${number(refused)} refused: ${why}` : `${number(answered)} answered, none refused${last}`, refused ? "is-alarm" : "");
  }

  #showSocket({ present, connected, since, lastAt }, now) {
    lamp(this.socket, !present ? "off" : connected ? "good" : "bad", !present ? "Not run" : connected ? "Connected" : "Not connected");
    const state = since ? `since ${dayAndMinute(since)}` : "";
    const last = lastAt ? `heard ${age(lastAt, now)} ago` : present ? "no word yet" : "dev runs no subscriber";
    small(this.socket, [state, last].filter(Boolean).join(" · "));
  }

  #showReconcile({ present, lastAt, listScan, cause, lookedAt, repaired, repairedInAll }, now) {
    const at = lastAt ? `${age(lastAt, now)} ago` : present ? "No pass yet" : "Not run";
    const tone = cause ? "bad" : listScan === "completed" ? "good" : "off";
    lamp(this.api, tone, listScan === "under-way" ? "Under way" : lastAt ? `Passed ${at}` : at);
    const done = lastAt ? `repaired ${number(repaired)} of ${number(lookedAt)}` : "reads what the webhooks left out";
    small(this.api, cause ? visible(cause) : repairedInAll ? `${done} · ${number(repairedInAll)} in all` : done, cause ? "is-alarm" : "");
  }

  #showWords(decisions) {
    const sum = Object.values(decisions).reduce((all, count) => all + count, 0);
    setText(this.words.large, `${number(sum)} came in`);
    this.shares.show(decisions);
  }

  #showLedger({ subjects, versions, conflicts }) {
    setText(this.ledger.large, counted(subjects, "subject"));
    small(this.ledger, conflicts ? counted(conflicts, "open conflict") : counted(versions, "version"), conflicts ? "is-alarm" : "");
  }

  #showQueue({ ledger, relay, retry }) {
    setText(this.queue.large, counted(ledger.versions, "message"));
    const parked = relay.deadLettered + retry.deadLettered;
    const parts = [`${number(relay.relayed)} relayed`];
    retry.queuedForRetry && parts.push(`${number(retry.queuedForRetry)} queued for retry`);
    retry.deferred && parts.push(`${number(retry.deferred)} deferred`);
    parts.push(parked ? `${number(parked)} parked` : "0 parked");
    relay.fault && parts.push(visible(relay.fault));
    small(this.queue, parts.join(" · "), parked || relay.fault ? "is-alarm" : "");
  }
}

function small(target, text, tone = "") {
  setText(target.small, text);
  setClass(target.small, `box-small any ${tone}`.trim());
  setAttribute(target.small, "data-hint", text);
}

function lamp(target, tone, text) {
  setText(target.large, text);
  setClass(target.large, `box-large lamp lamp-${tone}`);
}
