// Lets a list of any length fill its place: large while there is room, smaller as it grows, and no
// smaller than the back row can read; what is too much then is counted.
import { put } from "../screen.js";

const STEPS = [1.5, 1.25, 1.05, 0.9, 0.78, 0.68];

export class Fitting {
  #place;
  #rows;
  #rest;
  #sayRest;
  #due = 0;
  beyond = 0; // rows that are not even drawn
  shown = 0; // rows that are to be seen

  // place: what must not overflow; rows(): its rows, the last first to go; rest: where their number
  // is told, sayRest(count).
  constructor(place, rows, rest, sayRest) {
    [this.#place, this.#rows, this.#rest, this.#sayRest] = [place, rows, rest, sayRest];
    new ResizeObserver(() => this.fit()).observe(place);
    document.fonts?.ready.then(() => this.fit());
  }

  // Once a frame, however often it is asked.
  fit() {
    this.#due ||= requestAnimationFrame(() => {
      this.#due = 0;
      this.#fit();
    });
  }

  #fit() {
    const rows = this.#rows();
    for (const row of rows) row.hidden = false;
    this.shown = rows.length;
    this.#tell(rows.length);
    if (!this.#place.clientHeight) return;
    for (const step of STEPS) {
      this.#place.style.setProperty("--fit", step);
      if (!this.#overflows()) return;
    }
    if (rows.length) this.#leaveOut(rows);
  }

  // Bisects for the fewest rows that have to go.
  #leaveOut(rows) {
    let [fits, least] = [0, rows.length];
    while (least - fits > 1) {
      const half = (fits + least) >> 1;
      this.#keep(rows, half);
      if (this.#overflows()) least = half;
      else fits = half;
    }
    this.#keep(rows, Math.max(fits, 1));
  }

  #keep(rows, count) {
    rows.forEach((row, place) => {
      row.hidden = place >= count;
    });
    this.shown = count;
    this.#tell(rows.length);
  }

  #tell(drawn) {
    const left = drawn - this.shown + this.beyond;
    put(this.#rest, left ? this.#sayRest(left) : "");
  }

  #overflows() {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = this.#place;
    return scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1;
  }
}
