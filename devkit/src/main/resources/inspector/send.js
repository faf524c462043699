// The send menu: has the emulated provider say something, and leads to whom it was about.

import { tell } from "./copy.js";
import { button, byId, make, setText } from "./dom.js";
import { EVENTS_SAID } from "./events-said.js";
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
    return make("div", "bar", title, make("span", "count", "as the provider would"), close);
  }

  #idField() {
    const label = make("label", "", "About which order or customer");
    label.htmlFor = "send-id";
    Object.assign(this.id, { id: "send-id", placeholder: "a fresh one", autocomplete: "off", spellcheck: false });
    const same = button("button", "The chosen one", () => {
      this.id.value = this.view.at.subject?.replace(/^(order|kyc\/[^/]+)\//, "") ?? "";
    });
    return make("div", "send-id", label, make("div", "send-id-line", this.id, same));
  }

  async #fill() {
    try {
      const menu = await (await fetch("api/menu")).json();
      this.items.append(
        this.#group("Whole stories", menu.stories.map((story) => this.#item(story.name, story.description, { story: story.name }))),
        this.#group("Mishaps", menu.mishaps.map((mishap) => this.#item(mishap.name, mishap.description, { mishap: mishap.name }))),
        this.#group("Single events", menu.events.map((event) => this.#event(event))));
    } catch {
      setText(this.outcome, "The menu cannot be had: is ./rampline dev still running?");
    }
  }

  #group(title, items) {
    return make("section", "send-group", make("h3", "", title), ...items);
  }

  #event({ name, event, side }) {
    const variant = name.replaceAll("-", "_").toUpperCase() === event.toUpperCase() ? "" : visible(name);
    const says = [EVENTS_SAID[event] ?? "An event of the provider.", variant && `(${variant})`].filter(Boolean).join(" ");
    return this.#item(event, says, { event: name }, SIDES[side] ?? side);
  }

  #item(name, says, wish, side = "") {
    const head = make("span", "send-name", make("span", "any", visible(name)), side ? make("span", "flag", side) : null);
    const node = button("send-item", "", () => this.send(wish));
    node.append(head, make("span", "send-says any", sentence(visible(says))));
    return node;
  }

  async send(wish) {
    const id = this.id.value.trim();
    setText(this.outcome, "Sending …");
    try {
      const answer = await fetch("api/send", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(id ? { ...wish, id } : wish),
      });
      this.#tell(await answer.json(), wish, answer.ok);
    } catch {
      this.#say("Nobody answers: is ./rampline dev still running?");
    }
  }

  #tell({ subject, sent, error }, wish, isDone) {
    if (!isDone) {
      this.#say(visible(error ?? "It was not sent."));
      return;
    }
    const about = subject ? ` about ${shortSubject(subject)}` : "";
    const answers = sent.map(({ event, status, note }) => [visible(event), status ?? "no answer", note && visible(note)].filter(Boolean).join(" "));
    this.#say(answers.length ? `Sent${about}: ${answers.join(", ")}` : `${visible(wish.story ?? wish.mishap ?? "It")} is being told${about}`);
    if (subject) {
      this.subjects.release();
      this.view.choose(subject);
    }
  }

  #say(text) {
    setText(this.outcome, text);
    tell(text);
  }
}
