// The projector where the teacher speaks: the shell shows what about.
class OlkeProjectorTalk extends HTMLElement {
  show() {}
}

customElements.define("olke-projector-talk", OlkeProjectorTalk);
