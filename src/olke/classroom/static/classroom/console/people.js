// Who is in: a row for everybody, changed in place, and what can be done with the one that is chosen.
import { keep, make, put } from "../screen.js";
import { sticker } from "./teams.js";
import { Learner } from "./learner.js";

const FIND_FROM = 12;

export class People {
  #missing = false;

  constructor(console) {
    this.console = console;
    this.learner = new Learner(console);
    const find = console.find("find");
    this.words = find.querySelector("input");
    this.words.addEventListener("input", () => this.show(console.state));
    const missing = console.find("missing");
    missing.addEventListener("click", () => {
      this.#missing = !this.#missing;
      missing.setAttribute("aria-pressed", String(this.#missing));
      this.show(console.state);
    });
    console.find("people").addEventListener("click", (event) => this.#choose(event));
  }

  show(state) {
    const { find, say } = this.console;
    const people = Object.entries(state.people).map(([id, one]) => ({ id, ...one }));
    const here = people.filter((one) => one.here).length;
    const count = say("console.joined", { count: people.length });
    put(find("people-count"), `${count} · ${say("console.here", { here })}`);
    find("nobody").hidden = people.length > 0;
    find("find").hidden = people.length < FIND_FROM;
    this.#showDoor(state);
    this.#showWaiting(people);
    const shown = this.#found(people, state);
    keep(find("people"), shown, (one) => one.id, () => create(), (row, one) => this.#update(row, one));
    this.learner.show(people);
    this.#showRemoved(state.removed ?? []);
  }

  #found(people, { answered }) {
    const words = this.words.value.trim().toLocaleLowerCase();
    const asked = this.#missing && answered !== undefined;
    return people.filter(
      (one) =>
        (!words || `${one.name} ${one.seat}`.toLocaleLowerCase().includes(words)) &&
        !(asked && one.answered),
    );
  }

  #showDoor({ locked, ended }) {
    const { find } = this.console;
    find("door").hidden = !locked;
    find("lock").hidden = locked || Boolean(ended);
    find("unlock").hidden = !locked || Boolean(ended);
  }

  #showWaiting(people) {
    const waiting = people.filter((one) => one.name && one.name_state === "waiting").length;
    const box = this.console.find("waiting");
    box.hidden = !waiting;
    if (waiting) put(box.querySelector("span"), this.console.say("console.names.wait", { count: waiting }));
  }

  #update(row, { seat, name, name_state: naming, here, answered, points, group }) {
    const { say } = this.console;
    const link = row.firstElementChild;
    if (row.dataset.seat !== seat) link.href = `?seat=${seat}#learner`;
    row.dataset.seat = seat;
    row.classList.toggle("is-away", !here);
    row.classList.toggle("has-answered", answered);
    const called = link.querySelector(".person-name");
    put(called, name || seat);
    called.className = `person-name${naming === "shown" ? "" : ` is-${naming}`}`;
    put(link.querySelector(".person-seat"), seat);
    put(link.querySelector(".person-points"), points || "");
    put(link.querySelector(".person-mark"), answered ? "✓" : "");
    const told = [say(here ? "console.connected" : "console.away")];
    if (answered) told.push(say("console.has.answered"));
    if (name && naming !== "shown") told.push(say(`console.name.${naming}`));
    put(link.querySelector(".for-ears"), told.join(", "));
    showGroup(link, group);
  }

  #choose(event) {
    const row = event.target.closest("li");
    if (!row || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.learner.choose(row.dataset.seat, row.firstElementChild);
    this.learner.show(Object.values(this.console.state.people));
  }

  #showRemoved(removed) {
    const box = this.console.find("removed");
    box.hidden = !removed.length;
    const { say } = this.console;
    const create_ = ({ seat }) => {
      const row = make("li");
      const button = make("button", "btn btn-small", say("console.let.back"));
      button.setAttribute("form", "do-let-back");
      Object.assign(button, { name: "seat", value: seat });
      row.append(make("span"), " ", button);
      return row;
    };
    const update = (row, { seat, name }) => put(row.firstElementChild, name || seat);
    keep(box.querySelector("ul"), removed, (one) => one.seat, create_, update);
  }
}

function create() {
  const row = make("li", "person");
  const link = make("a");
  const dot = make("i", "person-here");
  dot.setAttribute("aria-hidden", "true");
  const parts = ["person-name", "person-seat", "person-points", "person-mark", "for-ears"];
  link.append(dot, ...parts.map((name) => make("span", name)));
  row.append(link);
  return row;
}

function showGroup(link, group) {
  const known = link.querySelector(".sticker");
  if (known && known.textContent === String(group)) return;
  known?.remove();
  if (group) link.firstElementChild.after(sticker(group));
}
