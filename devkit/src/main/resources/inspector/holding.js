// When a live list holds still: on pause, while it is scrolled, and under a hand that moves.

const RESTS = 900;

export class Holding {
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
    this.#timer = setTimeout(() => this.rest(), RESTS);
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

  /** Whether it holds for longer than a moment, so that what waits is worth telling. */
  get isLasting() {
    return this.#paused || !this.rows.isAtTop;
  }
}
