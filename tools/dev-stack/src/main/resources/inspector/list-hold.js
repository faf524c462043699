// Stops the updates of a live list while it is paused, scrolled, or under a moving pointer.

const REST_MILLIS = 900;

export class ListHold {
  #timer = null;
  #moving = false;
  #paused = false;

  constructor(rows, changed) {
    this.rows = rows;
    this.changed = changed;
    rows.scroller.addEventListener("pointermove", () => this.touch(), { passive: true });
    rows.scroller.addEventListener("pointerdown", () => this.touch(), { passive: true });
  }

  touch() {
    this.#moving = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.rest(), REST_MILLIS);
  }

  rest() {
    clearTimeout(this.#timer);
    this.#moving = false;
    this.changed();
  }

  pause(paused) {
    this.#paused = paused;
    this.changed();
  }

  get isHeld() {
    return this.#paused || this.#moving || !this.rows.isAtTop;
  }

  /** Whether the list is stopped for longer, so that the number of waiting updates is shown. */
  get isLasting() {
    return this.#paused || !this.rows.isAtTop;
  }
}
