// A document on the phone: written beside what is to be read, or shown, read and given points.
import { isOpen } from "./countdown.js";
import { desk } from "./document/desk.js";
import { gallery } from "./document/gallery.js";
import { make } from "./making.js";

class OlkePhoneDocument extends HTMLElement {
  #of = "";
  #view = null;

  show(given) {
    const { state, mine, connection, language } = given;
    const { show } = state;
    const work = show.work ?? mine.work;
    const of = [state.turn, language, show.writes, show.writes ? outline(work) : ""].join("/");
    if (this.#of !== of) {
      this.#view?.leave?.();
      this.#of = of;
      this.#view = show.writes ? desk(work, given) : gallery(given);
      this.replaceChildren(make("h1", {}, state.step.title), this.#view.node);
    }
    this.classList.toggle("is-wide", Boolean(show.writes && show.side_by_side));
    this.#view.update({ ...given, work, open: isOpen(state, connection.now()) });
  }

  disconnectedCallback() {
    this.#view?.leave?.();
  }
}

// What there is to write on: when it changes, the page is made anew.
function outline(work) {
  const ids = (items = []) => items.map((one) => one.id).join();
  if (!work) return "";
  return [work.fields.length, ids(work.exhibits), ids(work.questions), ids(work.tasks), ids(work.grids)].join(";");
}

customElements.define("olke-phone-document", OlkePhoneDocument);
