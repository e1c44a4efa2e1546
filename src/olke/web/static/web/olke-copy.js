// Copies the text of its <pre> when its button is pressed; without script there is no button.
class OlkeCopy extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      if (!(await this.copy())) return;
      button.textContent = this.dataset.done;
      setTimeout(() => { button.textContent = label; }, 2000);
    });
  }

  async copy() {
    const source = this.querySelector("pre");
    getSelection().selectAllChildren(source);
    // The clipboard interface exists only on secure addresses; a school's server often has none.
    if (!navigator.clipboard) return document.execCommand("copy");
    await navigator.clipboard.writeText(source.textContent.trim());
    return true;
  }
}

customElements.define("olke-copy", OlkeCopy);
