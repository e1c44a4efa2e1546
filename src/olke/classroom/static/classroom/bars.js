// Bars of counts, drawn and brought up to date in place: a label, a bar, a number.
import { keep, make, put } from "./screen.js";

const LONG = 32;

// entries: [{label, count, letter?, right?, mark?}]. total: what a full bar stands for; without it,
// the largest count. A right one has a mark and its word (mark), not a colour alone.
export function bars(container, entries, { total = 0, label = "" } = {}) {
  const whole = Math.max(total, ...entries.map((one) => one.count), 1);
  container.classList.add("bars");
  container.setAttribute("role", "list");
  if (label) container.setAttribute("aria-label", label);
  container.classList.toggle("bars-long", entries.some((one) => one.label.length > LONG));
  const numbered = entries.map((one, number) => ({ ...one, number }));
  keep(container, numbered, (one) => one.number, create, (row, one) => update(row, one, whole));
}

function create() {
  const row = make("div", "bars-row");
  row.setAttribute("role", "listitem");
  const name = make("span", "bars-label");
  name.append(make("b", "bars-letter"), make("span", "bars-text"), make("span", "bars-mark"));
  const track = make("span", "bars-track");
  track.setAttribute("aria-hidden", "true");
  track.append(make("span", "bars-bar"));
  row.append(name, track, make("span", "bars-count"));
  return row;
}

function update(row, { label, count, letter = "", right = false, mark = "" }, whole) {
  row.classList.toggle("bars-right", right);
  put(row.querySelector(".bars-letter"), letter);
  put(row.querySelector(".bars-text"), label);
  put(row.querySelector(".bars-mark"), right ? `✓ ${mark}`.trim() : "");
  row.querySelector(".bars-bar").style.setProperty("--share", count / whole);
  put(row.querySelector(".bars-count"), count);
}
