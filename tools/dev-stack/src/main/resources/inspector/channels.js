// The strip at the top: incoming events, decisions, and outgoing messages.

import { byId, make, setAttribute, setClass, setText } from "./dom.js";
import { age, counted, dayAndMinute, number, spoken, visible } from "./format.js";
import { nextFrame } from "./frames.js";
import { installation } from "./installation.js";
import { shares } from "./shares.js";
import { sparkline } from "./sparkline.js";

/** A box with a title, one large line, and a small line below. */
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
    this.api = box("Reconciliation", "is-api");
    this.shares = shares();
    this.events = box("Events", "is-events");
    this.events.node.append(this.shares.node);
    this.ledger = box("Ledger", "is-ledger");
    this.queue = box("Queue", "is-queue");
    byId("channels").append(...[this.webhook, this.socket, this.api, this.events, this.ledger, this.queue].map(({ node }) => node));
    store.addEventListener("channels", () => nextFrame(() => this.#show(store.channels)));
  }

  #show(channels) {
    const now = Date.parse(channels.now);
    this.#showWebhook(channels.webhook, now);
    this.#showSocket(channels.socket, now);
    this.#showReconcile(channels.reconcile, now);
    this.#showEvents(channels.decisions);
    this.#showLedger(channels.ledger);
    this.#showQueue(channels);
  }

  #showWebhook({ perSecond, answers, rejections, lastAt }, now) {
    setText(this.webhook.large, `${number(sum(perSecond))}/min`);
    this.rate.show(perSecond);
    const reasons = Object.entries(rejections).sort((one, other) => other[1] - one[1]);
    const rejected = sum(Object.values(rejections));
    const why = reasons.map(([reason, count]) => `${spoken(reason)} ${number(count)}`).join(" · ");
    const answered = sum(Object.values(answers));
    const last = lastAt ? `, last ${age(lastAt, now)} ago` : "";
    small(this.webhook, rejected ? `${number(rejected)} rejected: ${why}` : `${number(answered)} answered, none rejected${last}`, rejected ? "is-problem" : "");
  }

  #showSocket({ present, connected, since, lastAt }, now) {
    if (!present && !installation.canSend) {
      lamp(this.socket, "off", lastAt ? `Last event ${age(lastAt, now)} ago` : "No event yet");
      small(this.socket, "recorded since the start");
      return;
    }
    lamp(this.socket, !present ? "off" : connected ? "good" : "bad", !present ? "Not running" : connected ? "Connected" : "Not connected");
    const state = since ? `since ${dayAndMinute(since)}` : "";
    const last = lastAt ? `last event ${age(lastAt, now)} ago` : present ? "no event yet" : "no subscriber is running";
    small(this.socket, [state, last].filter(Boolean).join(" · "));
  }

  #showReconcile({ present, lastAt, scan, cause, checked, recovered, recoveredTotal }, now) {
    const at = lastAt ? `${age(lastAt, now)} ago` : present || !installation.canSend ? "No run yet" : "Not running";
    const tone = cause ? "bad" : scan === "completed" ? "good" : "off";
    lamp(this.api, tone, scan === "under-way" ? "Running" : lastAt ? `Last run ${at}` : at);
    const found = recovered ? counted(recovered, "missed event") : "no missed event";
    const done = lastAt ? `${number(checked)} checked, ${found}` : "finds missed webhooks";
    small(this.api, cause ? visible(cause) : recoveredTotal ? `${done} · ${number(recoveredTotal)} in total` : done, cause ? "is-problem" : "");
  }

  #showEvents(decisions) {
    setText(this.events.large, counted(sum(Object.values(decisions)), "event"));
    this.shares.show(decisions);
  }

  #showLedger({ subjects, conflicts }) {
    setText(this.ledger.large, counted(subjects, "record"));
    small(this.ledger, conflicts ? counted(conflicts, "open conflict") : "no open conflict", conflicts ? "is-problem" : "");
  }

  #showQueue({ startedAt, messages, relay, retry }) {
    setText(this.queue.large, counted(messages, "message"));
    const deadLettered = relay.deadLettered + retry.deadLettered;
    const parts = [`sent since ${dayAndMinute(startedAt)}`];
    retry.queuedForRetry && parts.unshift(`${number(retry.queuedForRetry)} queued for retry`);
    retry.deferred && parts.unshift(`${counted(retry.deferred, "retry", "retries")} without success`);
    deadLettered && parts.unshift(`${number(deadLettered)} in a dead-letter queue`);
    relay.fault && parts.unshift(`the relay cannot send: ${visible(relay.fault)}`);
    small(this.queue, parts.join(" · "), deadLettered || relay.fault ? "is-problem" : "");
  }
}

const sum = (counts) => counts.reduce((all, count) => all + count, 0);

function small(target, text, tone = "") {
  setText(target.small, text);
  setClass(target.small, `box-small any ${tone}`.trim());
  setAttribute(target.small, "data-hint", text);
}

function lamp(target, tone, text) {
  setText(target.large, text);
  setClass(target.large, `box-large lamp lamp-${tone}`);
}
