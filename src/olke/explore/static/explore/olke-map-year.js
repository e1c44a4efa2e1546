// A slider of years over the map's form. Each mark carries the years its claims are about
// (data-spans="1941-1945x3 …"); moving the slider recounts them without asking the server. The
// address keeps up, so that a link to what is seen can be copied. Without script the form does it.
const SVG_SMALL = 5, SVG_LARGE = 22, EMPTY = 3;

class OlkeMapYear extends HTMLElement {
  connectedCallback() {
    const { first, last } = this.dataset;
    if (this.slider || !first || first === last) return;
    this.field = this.querySelector("#year");
    this.build(Number(first), Number(last));
    if (this.field.value) this.show(this.field.value);
  }

  build(first, last) {
    const row = document.createElement("div");
    row.className = "slider map-slider";
    const label = Object.assign(document.createElement("label"), { htmlFor: "year-slider", textContent: this.dataset.label });
    this.slider = Object.assign(document.createElement("input"), { type: "range", min: first - 1, max: last, step: 1 });
    this.slider.value = this.field.value || first - 1;
    this.slider.id = "year-slider";
    this.output = document.createElement("output");
    this.output.htmlFor = "year-slider";
    const ends = document.createElement("span");
    ends.className = "ends";
    ends.setAttribute("aria-hidden", "true");
    ends.append(...[this.dataset.all, Math.round((first + last) / 2), last].map((end) => Object.assign(document.createElement("span"), { textContent: end })));
    row.append(label, this.output, this.slider, ends);
    this.querySelector("details").after(row);
    this.slider.addEventListener("input", () => this.show(Number(this.slider.value) < first ? "" : this.slider.value));
    this.tell(this.field.value);
  }

  tell(year) {
    this.output.textContent = year || this.dataset.all;
    this.slider.setAttribute("aria-valuetext", year || this.dataset.all);
  }

  show(year) {
    this.field.value = year;
    this.tell(year);
    for (const mark of this.querySelectorAll("a.mark")) this.draw(mark, this.count(mark, year));
    for (const item of this.querySelectorAll("li[data-spans]")) {
      const claims = this.count(item, year);
      item.querySelector(".count").textContent = claims;
      item.classList.toggle("without", claims === 0);
    }
    const address = new URL(location.href);
    if (year) address.searchParams.set("year", year); else address.searchParams.delete("year");
    history.replaceState(history.state, "", address);
  }

  count({ dataset }, year) {
    if (!year) return Number(dataset.claims);
    let claims = 0;
    for (const span of dataset.spans.split(" ")) {
      const found = /^(\d+)-(\d+)x(\d+)$/.exec(span);
      if (found && found[1] <= year && year <= found[2]) claims += Number(found[3]);
    }
    return claims;
  }

  draw(mark, claims) {
    const circle = mark.querySelector("circle"), most = Number(mark.dataset.most);
    circle.setAttribute("r", claims ? Math.max(SVG_SMALL, SVG_LARGE * Math.sqrt(claims / most)) : EMPTY);
    circle.setAttribute("fill", claims ? "var(--blue)" : "var(--paper)");
    circle.setAttribute("stroke", claims ? "var(--paper)" : "var(--soft)");
    mark.dataset.what = `${this.dataset.claims}: ${claims}`;
    mark.setAttribute("aria-label", `${mark.dataset.value}: ${mark.dataset.what}`);
    mark.querySelector("title")?.remove();
  }
}

customElements.define("olke-map-year", OlkeMapYear);
