// A list of any length that creates elements only for visible rows.

import { make, setAttribute } from "./dom.js";

const BEYOND = 3;

export class VirtualRows {
  #rows = [];
  #height = 0;
  #offset = "";

  /** makeRow: () => {node, fill(item)}; role: of each row. */
  constructor(scroller, rowHeight, role, makeRow) {
    this.scroller = scroller;
    this.rowHeight = rowHeight;
    this.role = role;
    this.makeRow = makeRow;
    this.top = 0;
    this.space = make("div", "space");
    this.window = make("div", "window");
    this.space.append(this.window);
    this.space.role = "presentation";
    this.window.role = "presentation";
    scroller.append(this.space);
  }

  /** Calls back after scrolling and resizing. Drawing does not read the layout. */
  onMove(render) {
    this.scroller.addEventListener("scroll", () => {
      this.top = this.scroller.scrollTop;
      render();
    }, { passive: true });
    new ResizeObserver(([entry]) => {
      this.#height = entry.contentRect.height;
      render();
    }).observe(this.scroller);
  }

  /** itemsFrom: (start, count) => items. */
  render(total, itemsFrom) {
    const fitting = Math.ceil(this.#height / this.rowHeight) + 2 * BEYOND;
    const latest = Math.max(0, total - fitting);
    const start = Math.min(latest, Math.max(0, Math.floor(this.top / this.rowHeight) - BEYOND));
    const items = itemsFrom(start, Math.min(fitting, total - start));
    this.#resize(items.length);
    this.#move(total, start);
    items.forEach((item, index) => this.#fill(this.#rows[index], item, start + index, total));
  }

  #resize(count) {
    while (this.#rows.length < count) {
      const row = this.makeRow(this.#rows.length);
      row.node.role = this.role;
      this.#rows.push(row);
      this.window.append(row.node);
    }
    this.#rows.splice(count).forEach((row) => row.node.remove());
  }

  #move(total, start) {
    const height = total * this.rowHeight;
    if (this.space.offset !== height) {
      this.space.offset = height;
      this.space.style.height = `${height}px`;
    }
    const offset = `translateY(${start * this.rowHeight}px)`;
    if (this.#offset !== offset) {
      this.#offset = offset;
      this.window.style.transform = offset;
    }
  }

  #fill(row, item, index, total) {
    setAttribute(row.node, "aria-setsize", total);
    setAttribute(row.node, "aria-posinset", index + 1);
    row.fill(item);
  }

  get rows() {
    return this.#rows;
  }

  scrollTo(index) {
    const top = index * this.rowHeight;
    const bottom = top + this.rowHeight;
    if (top < this.top) {
      this.scroller.scrollTop = top;
    } else if (bottom > this.top + this.#height) {
      this.scroller.scrollTop = bottom - this.#height;
    }
    this.top = this.scroller.scrollTop;
  }

  scrollToTop() {
    this.scroller.scrollTop = 0;
    this.top = 0;
  }

  get isAtTop() {
    return this.top < this.rowHeight / 2;
  }

  get rowsInSight() {
    return Math.max(1, Math.floor(this.#height / this.rowHeight));
  }
}
