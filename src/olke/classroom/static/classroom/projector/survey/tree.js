// The knowledge tree: a trunk, a branch for each question, and on it an apple for each answer.
//
// An apple hangs where it hung before: places are counted out for as many apples as the class can
// hang, and taken in an order that spreads the first few over the whole branch.
import { apple } from "../../phone/survey/apple.js";
import { keep, make, put } from "../../screen.js";
import { crown } from "./crown.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 1000;
const HEIGHT = 720;
const COLOURS = 5;
const SMALLEST = 16;

export class Tree {
  #svg = shape("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "tree", role: "img" });
  #leaves = shape("g", { class: "tree-leaves" });
  #wood = shape("g", { class: "tree-wood" });
  #marks = shape("g", { class: "tree-marks" });
  #apples = shape("g", { class: "tree-apples" });
  #drawn = "";
  #places = [];
  #size = 0;

  constructor(place) {
    this.#svg.append(this.#wood, this.#leaves, this.#apples, this.#marks);
    place.append(this.#svg);
  }

  // apples: numbers of options of each question, in the order they were hung.
  show(questions, apples, expected, say) {
    const lists = questions.map(({ item }) => apples[item] ?? []);
    const room = roomFor(Math.max(expected ?? 0, ...lists.map((one) => one.length)));
    this.#grow(questions.length, room, questions.some((one) => one.text));
    lists.forEach((list, branch) => this.#hang(list, branch));
    const total = lists.reduce((sum, one) => sum + one.length, 0);
    this.#svg.setAttribute("aria-label", say("survey.tree", { count: total }));
  }

  legendRow({ number }) {
    const row = make("li");
    const box = make("span", "survey-apple");
    box.append(apple(number));
    row.append(box, make("span", "survey-option"), make("b"));
    return row;
  }

  #grow(branches, room, numbered) {
    const wanted = `${branches}/${room}`;
    if (this.#drawn === wanted) return;
    this.#drawn = wanted;
    const { leaves, wood, places, size, marks } = crown(branches, room, WIDTH, HEIGHT);
    this.#places = places;
    this.#size = size;
    this.#wood.replaceChildren(
      ...wood.arms.map((d) => shape("path", { d, class: "tree-arm" })),
      shape("path", { d: wood.trunk }),
    );
    this.#leaves.replaceChildren(...leaves.map((one) => shape("circle", one)));
    this.#marks.replaceChildren(...(numbered && branches > 1 ? marks.map(mark) : []));
    this.#apples.replaceChildren(...places.map(() => shape("g", {})));
  }

  #hang(list, branch) {
    const group = this.#apples.children[branch];
    const places = this.#places[branch];
    const hung = list.slice(0, places.length).map((colour, number) => ({ colour, number }));
    keep(group, hung, (one) => one.number, ({ number }) => this.#create(places[number]), (node, { colour }) => {
      const named = String((colour % COLOURS) + 1);
      if (node.dataset.apple === named) return;
      const drawn = this.#size < SMALLEST ? this.#dot() : apple(colour);
      drawn.setAttribute("width", this.#size);
      drawn.setAttribute("height", this.#size * 1.08);
      node.dataset.apple = named;
      node.replaceChildren(drawn);
    });
  }

  // From far away a small apple is a spot of its colour; a mark on it would only blur that.
  #dot() {
    const half = this.#size / 2;
    return shape("circle", { cx: half, cy: half, r: half * 0.92, class: "apple-body" });
  }

  #create({ x, y }) {
    const half = this.#size / 2;
    return shape("g", { transform: `translate(${(x - half).toFixed(1)} ${(y - half).toFixed(1)})`, class: "tree-apple" });
  }
}

// Places for a class of a size, with some to spare for who comes late: it grows by steps, so that
// apples seldom move to make room.
function roomFor(count) {
  return [12, 24, 40, 80, 160, 320, 640, 1280].find((one) => one >= count) ?? 2560;
}

function mark({ x, y, number }) {
  const group = shape("g", { transform: `translate(${x} ${y})` });
  const text = shape("text", { "text-anchor": "middle", "dominant-baseline": "central" });
  put(text, number);
  group.append(shape("circle", { r: 22 }), text);
  return group;
}

function shape(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
