// Years of a timeline that are folded: what an address points into is unfolded, and on paper all
// are. Browsers do the first by themselves of late; none does the second everywhere.
class OlkeTimeline extends HTMLElement {
  connectedCallback() {
    if (this.reveal) return;
    this.reveal = () => this.unfold(document.getElementById(decodeURIComponent(location.hash.slice(1))));
    addEventListener("hashchange", this.reveal);
    addEventListener("beforeprint", () => this.print());
    addEventListener("afterprint", () => this.fold());
    this.reveal();
  }

  unfold(target) {
    if (!target || !this.contains(target)) return;
    let folds = 0;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      folds += !fold.open;
      fold.open = true;
    }
    if (folds) target.scrollIntoView();
  }

  print() {
    this.folded = [...this.querySelectorAll("details:not([open])")];
    for (const year of this.folded) year.open = true;
  }

  fold() {
    for (const year of this.folded ?? []) year.open = false;
  }
}

customElements.define("olke-timeline", OlkeTimeline);
