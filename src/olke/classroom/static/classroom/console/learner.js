// What can be done with one learner: the panel above the list.
import { put } from "../screen.js";

export class Learner {
  #seat = new URLSearchParams(location.search).get("seat") ?? "";
  #from = null;

  constructor(console) {
    this.console = console;
    this.panel = console.find("learner");
    console.find("l-close").addEventListener("click", (event) => {
      event.preventDefault();
      this.#close();
    });
    this.panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#close();
    });
  }

  choose(seat, from) {
    this.#seat = seat;
    this.#from = from;
    for (const field of this.panel.querySelectorAll("input:not([type=hidden])")) {
      field.value = field.defaultValue;
    }
    this.panel.hidden = false;
    this.panel.scrollIntoView({ block: "nearest" });
    this.console.find("l-close").focus();
  }

  show(people) {
    const one = people.find(({ seat }) => seat === this.#seat);
    this.panel.hidden = !one;
    if (!one) return;
    const { find, say } = this.console;
    put(find("l-name"), one.name || one.seat);
    put(find("l-seat"), one.seat);
    put(find("l-points"), say("console.points", { count: one.points }));
    find("l-naming").hidden = !one.name;
    find("l-show").hidden = one.name_state === "shown";
    find("l-hide").hidden = one.name_state === "hidden";
    for (const name of ["l-show", "l-hide", "l-out"]) find(name).value = one.seat;
    for (const field of this.panel.querySelectorAll("[data-l-field]")) field.value = one.seat;
  }

  #close() {
    this.#seat = "";
    this.panel.hidden = true;
    this.#from?.focus();
  }
}
