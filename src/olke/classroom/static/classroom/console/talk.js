// The console where the teacher speaks and phones show what about: nothing to draw.
class OlkeConsoleTalk extends HTMLElement {
  show() {}
}

customElements.define("olke-console-talk", OlkeConsoleTalk);
