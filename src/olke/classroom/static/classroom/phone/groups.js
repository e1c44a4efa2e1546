// Groups on the phone: a sticker to choose, then one's colour and number filling the screen.
import { isOpen } from "./countdown.js";
import { make, write } from "./making.js";
import { groupName, stickerOf } from "../stickers.js";
import { say } from "../words.js";

const STICKER = "sticker";
const ROLE = "role";

class OlkePhoneGroups extends HTMLElement {
  #of = "";
  #parts = null;

  show(given) {
    const { state, language } = given;
    const { choosing, stickers } = state.show;
    const of = `${state.turn}/${language}/${choosing ? stickers : ""}/${state.show.roles.length}`;
    if (this.#of !== of) {
      this.#of = of;
      this.#parts = choosing ? this.#buildChoice(given) : this.#buildGroup(given);
    }
    if (choosing) this.#showChoice(given);
    else this.#showGroup(given);
  }

  #buildChoice({ state, words, connection }) {
    const parts = {
      title: make("h1", {}, say(words, "groups.choose")),
      lead: make("p", { class: "phone-lead" }, say(words, "groups.choose.hint")),
      stickers: make("div", { class: "groups-stickers", role: "group" }),
      note: make("p", { class: "phone-note", role: "status" }),
    };
    parts.buttons = Array.from({ length: state.show.stickers }, (_, at) => {
      const number = at + 1;
      const left = make("span", { class: "groups-left" });
      const button = make(
        "button",
        { type: "button", class: "groups-sticker", onclick: () => this.#choose(connection, number) },
        make("b", {}, String(number)),
        make("span", {}, groupName(words, number)),
        left,
      );
      button.dataset.sticker = stickerOf(number);
      parts.stickers.append(button);
      return { button, left };
    });
    this.replaceChildren(parts.title, parts.lead, parts.stickers, parts.note);
    return parts;
  }

  #choose(connection, number) {
    if (connection.value(STICKER, 0) !== number) connection.send(STICKER, 0, number);
  }

  #showChoice({ state, mine, connection, words }) {
    const open = isOpen(state, connection.now());
    const wanted = connection.value(STICKER, 0) ?? 0;
    const left = mine.left ?? [];
    const gone = wanted && mine.sticker !== wanted && left[wanted - 1] === 0;
    this.#parts.buttons.forEach(({ button, left: told }, at) => {
      const mineNow = wanted === at + 1 && !gone;
      const none = left[at] === 0 && !mineNow;
      button.setAttribute("aria-pressed", String(mineNow));
      button.disabled = !open || none;
      const count = left[at];
      write(told, none ? say(words, "groups.none.left") : count === undefined || mineNow ? "" : say(words, "groups.left", { count }));
    });
    const status = connection.status(STICKER, 0);
    const kept = status === "kept" && wanted && !gone;
    this.#parts.note.className = gone ? "phone-problem" : kept ? "phone-kept" : "phone-note";
    const said = status?.refused ?? (gone ? say(words, "groups.gone") : kept ? `✓ ${say(words, "groups.yours")}` : "");
    write(this.#parts.note, status === "sending" ? say(words, "phone.sending") : said);
  }

  #buildGroup({ words, connection, state }) {
    const parts = {
      over: make("p", { class: "phone-over" }),
      card: make("section", { class: "groups-mine" }),
      number: make("b", { class: "groups-number" }),
      name: make("h1", { class: "groups-name" }),
      where: make("p", { class: "phone-lead" }),
      deals: make("section", { class: "groups-deals" }),
      role: make("p", { class: "groups-role" }),
      roles: make("div", { class: "groups-roles", role: "group" }),
      with: make("section", { class: "groups-with" }),
    };
    parts.card.append(parts.number, parts.name);
    const hint = make("p", { class: "phone-hint" }, say(words, "groups.role.take"));
    parts.roleButtons = state.show.roles.map((role, at) =>
      make("button", { type: "button", class: "phone-small", onclick: () => connection.send(ROLE, 0, at) }, role),
    );
    parts.roles.append(hint, ...parts.roleButtons);
    const { over, card, where, deals, role, roles } = parts;
    this.replaceChildren(over, card, where, deals, role, roles, parts.with);
    return parts;
  }

  #showGroup({ state, mine, connection, words }) {
    const parts = this.#parts;
    const { group } = mine;
    parts.card.hidden = !group;
    if (!group) {
      for (const part of [parts.deals, parts.role, parts.roles, parts.with]) part.hidden = true;
      write(parts.over, state.step.title);
      write(parts.where, say(words, "groups.soon"));
      return;
    }
    const experts = group.kind === "experts";
    write(parts.over, experts ? say(words, "groups.expert") : "");
    parts.card.dataset.sticker = stickerOf(group.number);
    write(parts.number, String(group.number));
    write(parts.name, groupName(words, group.number));
    const where = experts ? "groups.expert.table" : state.show.grouping === "home" ? "groups.home.table" : "groups.table";
    write(parts.where, say(words, where));
    this.#showDeals(mine.deals, experts, words);
    this.#showRole(group, state, connection, words);
    this.#showMembers(group, words);
  }

  #showDeals(deals, experts, words) {
    const place = this.#parts.deals;
    place.hidden = !deals;
    if (!deals) return;
    const side = deals.stand ? [make("p", { class: "groups-side" }, say(words, `groups.${deals.stand}`))] : [];
    const titles = deals.stand
      ? []
      : [
          make("h2", {}, say(words, experts ? "groups.learn" : "groups.work")),
          make("ul", {}, ...deals.titles.map((title) => make("li", {}, title))),
        ];
    place.replaceChildren(...side, ...titles);
  }

  #showRole(group, state, connection, words) {
    const { role, roles, roleButtons } = this.#parts;
    const chosen = connection.value(ROLE, 0);
    const now = chosen !== undefined ? state.show.roles[chosen] : group.role;
    write(role, "");
    if (now) {
      role.hidden = false;
      role.replaceChildren(make("span", {}, say(words, "groups.role")), " ", make("b", {}, now));
    }
    roles.hidden = !state.show.roles.length || !isOpen(state, connection.now());
    roleButtons.forEach((button, at) => {
      button.setAttribute("aria-pressed", String(state.show.roles[at] === now));
    });
  }

  #showMembers({ members }, words) {
    const place = this.#parts.with;
    place.hidden = false;
    const others = members.filter((one) => !one.me);
    const list = others.length
      ? make("ul", {}, ...others.map((one) => make("li", {}, one.name)))
      : make("p", { class: "phone-hint" }, say(words, "groups.alone"));
    const told = JSON.stringify(others);
    if (place.dataset.told === told) return;
    place.dataset.told = told;
    place.replaceChildren(make("h2", {}, say(words, "groups.with")), list);
  }
}

customElements.define("olke-phone-groups", OlkePhoneGroups);
