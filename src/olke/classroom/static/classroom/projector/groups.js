// Tables by colour on the projector: who sits where, what each works on; stickers that are left.
import { keep, make, put } from "../screen.js";
import { groupName, stickerOf } from "../stickers.js";
import { say } from "../words.js";

class OlkeProjectorGroups extends HTMLElement {
  heads = true;

  connectedCallback() {
    if (this.list) return;
    this.head = make("h2", "tables-title");
    this.told = make("p", "tables-told");
    this.list = make("ol", "tables");
    this.append(this.head, this.told, this.list);
  }

  show({ state, words, language }) {
    const { show } = state;
    this.say = (key, values) => say(words, key, values, language);
    put(this.head, show.choosing ? this.say("groups.choose") : state.step.title);
    put(this.told, this.#told(show, state));
    const tables = show.tables ?? [];
    this.list.dataset.count = Math.min(12, tables.length);
    this.list.classList.toggle("is-choosing", show.choosing);
    keep(this.list, tables, (one) => one.number, (one) => this.#create(one, words), (row, one) => this.#update(row, one, show));
  }

  #told({ choosing, waiting, tables }, { step }) {
    if (!tables?.length) return choosing ? "" : this.say("groups.none");
    if (!choosing) return step.do;
    return waiting ? this.say("groups.waiting", { count: waiting }) : this.say("groups.all.chosen");
  }

  #create({ number }, words) {
    const row = make("li", "table");
    row.dataset.sticker = stickerOf(number);
    const head = make("div", "table-head");
    head.append(make("b", "", number), make("span", "", groupName(words, number)), make("i", "table-left"));
    row.append(head, make("p", "table-deals"), make("ul", "table-members"));
    return row;
  }

  #update(row, { members, left, stand, titles }, { choosing }) {
    const none = left === 0 ? this.say("groups.none.left") : this.say("groups.left", { count: left });
    put(row.querySelector(".table-left"), choosing ? none : this.say("groups.members", { count: members.length }));
    const deals = stand ? this.say(`groups.side.${stand}`) : (titles ?? []).join(" · ");
    put(row.querySelector(".table-deals"), deals);
    row.classList.toggle("is-full", choosing && left === 0);
    const named = members.map((name, at) => ({ name, at }));
    keep(row.querySelector(".table-members"), named, (one) => one.at, () => make("li"), (item, one) => put(item, one.name));
  }
}

customElements.define("olke-projector-groups", OlkeProjectorGroups);
