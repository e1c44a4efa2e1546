// Groups on the console: who sits where; move somebody, draw again, see who has no sticker yet.
import { keep, make, put } from "../screen.js";
import { groupName, sticker } from "../stickers.js";
import { say } from "../words.js";

class OlkeConsoleGroups extends HTMLElement {
  connectedCallback() {
    if (this.tools) return;
    this.tools = make("form", "tables-tools");
    this.told = make("p", "hint");
    this.without = make("p", "tables-without");
    this.list = make("ol", "tables-list");
    this.append(this.tools, this.told, this.without, this.list);
  }

  show({ state, connection, words, language }) {
    const { show } = state;
    Object.assign(this, { connection, words });
    this.say = (key, values) => say(words, key, values, language);
    this.#showTools(show, state);
    const [least, most] = show.range ?? [];
    put(this.told, show.choosing ? this.say("groups.within", { least, most }) : "");
    this.told.hidden = !show.choosing;
    const without = (show.without ?? []).map((one) => one.name || one.seat);
    put(this.without, without.length ? `${this.say("groups.without")}: ${without.join(", ")}` : "");
    this.without.hidden = !without.length;
    const tables = show.tables ?? [];
    if (!tables.length && !show.choosing) put(this.told, this.say("groups.none"));
    if (!tables.length) this.told.hidden = false;
    keep(this.list, tables, (one) => one.number, (one) => this.#create(one), (row, one) => this.#update(row, one, show, state));
  }

  #showTools(show, { phase }) {
    this.tools.hidden = !show.can_draw || phase === "ended" || phase === "ready";
    if (!this.tools.childElementCount) this.#makeTools();
    put(this.tools.querySelector("button"), this.say(show.choosing ? "groups.draw.instead" : "groups.draw"));
    const field = this.tools.querySelector("input");
    if (document.activeElement !== field && !field.dataset.typed) field.value = show.tables?.length || "";
  }

  #makeTools() {
    const label = make("label", "", this.say("groups.number"));
    const field = Object.assign(make("input"), { type: "number", min: 1, max: 60, id: "groups-number" });
    label.htmlFor = field.id;
    field.addEventListener("input", () => {
      field.dataset.typed = "yes";
    });
    this.tools.append(label, field, make("button", "btn btn-small"));
    this.tools.addEventListener("submit", (event) => {
      event.preventDefault();
      // Only a number that the teacher typed is asked for; else the sizes decide.
      this.connection.command("draw", { number: field.dataset.typed ? field.value : "" });
      delete field.dataset.typed;
    });
  }

  #create({ number }) {
    const row = make("li", "tables-table");
    const head = make("h3", "tables-head");
    head.append(sticker(this.words, number), make("span", "", groupName(this.words, number)), make("small", "hint"));
    row.append(head, make("p", "hint tables-deals"), make("ul", "tables-seats"));
    return row;
  }

  #update(row, table, show, state) {
    const { members, left, stand, titles } = table;
    const count = this.say("groups.members", { count: members.length });
    const free = left === undefined ? "" : ` · ${left ? this.say("groups.left", { count: left }) : this.say("groups.none.left")}`;
    put(row.querySelector("small"), count + free);
    put(row.querySelector(".tables-deals"), stand ? this.say(`groups.side.${stand}`) : (titles ?? []).join(" · "));
    const seats = table.seats ?? members.map((name, at) => ({ participant: `s${at}`, name }));
    const numbers = (show.tables ?? []).map((one) => one.number);
    const may = Boolean(table.seats) && state.phase !== "ended";
    keep(row.querySelector(".tables-seats"), seats, (one) => one.participant, () => this.#seat(), (item, one) => this.#fill(item, one, table.number, numbers, may));
  }

  #seat() {
    const item = make("li");
    const move = make("select", "tables-move");
    move.addEventListener("change", () => {
      this.connection.command("move", { participant: item.dataset.key, group: move.value });
    });
    item.append(make("span"), make("small", "hint"), move);
    return item;
  }

  #fill(item, { name, seat, role }, number, numbers, may) {
    put(item.children[0], name || seat);
    put(item.children[1], [name ? seat : "", role].filter(Boolean).join(" · "));
    const move = item.children[2];
    move.hidden = !may || numbers.length < 2;
    const told = `${numbers.join()}/${number}`;
    if (move.dataset.told === told) return;
    move.dataset.told = told;
    move.setAttribute("aria-label", this.say("groups.move", { name: name || seat }));
    move.replaceChildren(...numbers.map((one) => Object.assign(make("option", "", one), { value: one, selected: one === number })));
  }
}

customElements.define("olke-console-groups", OlkeConsoleGroups);
