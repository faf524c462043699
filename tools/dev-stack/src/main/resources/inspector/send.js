// The send menu: sends events and scenarios, and opens their subject.

import { notify } from "./copy.js";
import { button, byId, make, setText } from "./dom.js";
import { EVENT_DESCRIPTIONS } from "./event-descriptions.js";
import { shortSubject, visible } from "./format.js";

const SIDES = { "on-ramp": "buy", "off-ramp": "sell", kyc: "KYC", none: "" };

const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

export class Send {
  constructor(view, subjects) {
    this.view = view;
    this.subjects = subjects;
    this.node = byId("send");
    this.opener = byId("send-open");
    this.opener.addEventListener("click", () => (this.isOpen ? this.close() : this.open()));
    this.id = make("input");
    this.outcome = make("p", "send-outcome any");
    this.items = make("div", "send-items");
    this.node.append(this.#head(), this.#idField(), this.outcome, this.items);
  }

  get isOpen() {
    return !this.node.hidden;
  }

  async open() {
    this.node.hidden = false;
    this.opener.setAttribute("aria-expanded", "true");
    if (!this.items.hasChildNodes()) {
      await this.#fill();
    }
    this.node.querySelector(".send-item")?.focus();
  }

  close() {
    this.node.hidden = true;
    this.opener.setAttribute("aria-expanded", "false");
    this.opener.focus();
  }

  #head() {
    const title = make("h2", "", "Send");
    title.id = "send-title";
    const close = button("quiet", "Close", () => this.close());
    return make("div", "bar", title, make("span", "count", "as the provider does"), close);
  }

  #idField() {
    const label = make("label", "", "Order or customer id");
    label.htmlFor = "send-id";
    Object.assign(this.id, { id: "send-id", placeholder: "a new one", autocomplete: "off", spellcheck: false });
    const same = button("button", "Selected", () => {
      this.id.value = this.view.at.subject?.replace(/^(order|kyc\/[^/]+)\//, "") ?? "";
    });
    return make("div", "send-id", label, make("div", "send-id-line", this.id, same));
  }

  async #fill() {
    try {
      const menu = await (await fetch("api/menu")).json();
      this.items.append(
        this.#group("Scenarios", menu.scenarios.map((scenario) => this.#scenario(scenario))),
        this.#group("Failure scenarios", menu.faultScenarios.map((scenario) => this.#scenario(scenario))),
        this.#group("Single events", menu.events.map((event) => this.#event(event))));
    } catch {
      setText(this.outcome, "Cannot load the menu. Is ./rampline dev running?");
    }
  }

  #group(title, items) {
    return make("section", "send-group", make("h3", "", title), ...items);
  }

  #scenario({ name, description }) {
    return this.#item(name, description, { scenario: name });
  }

  #event({ name, event, side }) {
    const variant = name.replaceAll("-", "_").toUpperCase() === event.toUpperCase() ? "" : visible(name);
    const description = [EVENT_DESCRIPTIONS[event] ?? "An event of the provider.", variant && `(${variant})`].filter(Boolean).join(" ");
    return this.#item(event, description, { event: name }, SIDES[side] ?? side);
  }

  #item(name, description, request, side = "") {
    const head = make("span", "send-name", make("span", "any", visible(name)), side ? make("span", "flag", side) : null);
    const node = button("send-item", "", () => this.send(request));
    node.append(head, make("span", "send-description any", sentence(visible(description))));
    return node;
  }

  async send(request) {
    const id = this.id.value.trim();
    setText(this.outcome, "Sending …");
    try {
      const answer = await fetch("api/send", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(id ? { ...request, id } : request),
      });
      this.#showResult(await answer.json(), request, answer.ok);
    } catch {
      this.#showText("Cannot connect. Is ./rampline dev running?");
    }
  }

  #showResult({ subject, sent, error }, request, isDone) {
    if (!isDone) {
      this.#showText(visible(error ?? "Sending failed."));
      return;
    }
    const about = subject ? ` about ${shortSubject(subject)}` : "";
    const answers = sent.map(({ event, status, note }) => [visible(event), status ?? "no response", note && visible(note)].filter(Boolean).join(" "));
    this.#showText(answers.length ? `Sent${about}: ${answers.join(", ")}` : `Sending ${visible(request.scenario ?? "events")}${about} …`);
    if (subject) {
      this.subjects.release();
      this.view.choose(subject);
    }
  }

  #showText(text) {
    setText(this.outcome, text);
    notify(text);
  }
}
