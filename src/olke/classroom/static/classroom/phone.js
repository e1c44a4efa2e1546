// The page of a learner's phone: one thing at a time, and never without a word about what is going on.
import { Connection } from "./connection.js";
import { Countdown } from "./phone/countdown.js";
import { Bar, Trouble } from "./phone/frame.js";
import { Stage } from "./phone/stage.js";
import { make } from "./phone/making.js";
import { say } from "./words.js";

class OlkePhone extends HTMLElement {
  #due = false;

  connectedCallback() {
    const data = JSON.parse(document.getElementById("phone-data").textContent);
    const { key, language } = this.dataset;
    const { state, mine, now, words } = data;
    this.words = words;
    this.language = language;
    this.connection = new Connection({ key, language, seat: mine.seat, state, mine, now });
    this.#frame(data);
    for (const name of ["change", "line", "bye"]) {
      this.connection.addEventListener(name, () => this.#soon());
    }
    this.connection.addEventListener("refused", ({ detail }) => this.trouble.refused(detail));
    this.dataset.alive = "yes"; // phone-plain.js stands back
    this.#show();
    this.connection.start();
    this.stage.prefetch(words);
  }

  #frame({ modules, stickers, more }) {
    this.bar = new Bar(this.querySelector(".phone-bar"), stickers);
    this.countdown = new Countdown(this);
    this.trouble = new Trouble(this);
    this.news = make("p", { class: "for-ears", role: "status" });
    this.stage = new Stage(this.querySelector("main"), { modules, more }, () => this.#soon());
    const foot = this.querySelector(".phone-foot");
    foot.querySelector(".phone-again")?.remove();
    this.bar.node.after(this.countdown.node, this.trouble.node);
    foot.append(this.news);
  }

  // Many frames may come at once; the page is drawn once.
  #soon() {
    if (this.#due) return;
    this.#due = true;
    setTimeout(() => {
      this.#due = false;
      this.#show();
    }, 0);
  }

  #show() {
    const { connection, words, language } = this;
    const given = { state: connection.state, mine: connection.mine, connection, words, language };
    this.bar.show(given);
    this.trouble.show(given);
    this.countdown.show(given);
    this.#tell(this.stage.show(given));
  }

  // Says to who does not see the screen that something new is on it.
  #tell(news) {
    if (news) this.news.textContent = say(this.words, `phone.news-${news}`);
  }
}

customElements.define("olke-phone", OlkePhone);
