// For a browser whose shell did not come to life: an old phone, a module that never arrived. Plain
// script of the oldest kind. Asks from time to time whether the class has moved on, and loads the
// page again when nothing that is typed would be lost; otherwise it offers to.
(function () {
  var FIRST = 6000, EVERY = 8000;
  var known = null, touched = false;

  function phone() {
    return document.querySelector("olke-phone");
  }

  function address() {
    return "/class/" + phone().getAttribute("data-key") + "/state?language=" +
      phone().getAttribute("data-language");
  }

  function states(text) {
    var frames = JSON.parse(text), i;
    for (i = 0; i < frames.length; i += 1) {
      if (frames[i].type === "state") return JSON.stringify(frames[i].state);
      if (frames[i].type === "bye") return "bye";
    }
    return null;
  }

  function offer() {
    var link = document.querySelector(".phone-again");
    if (link) link.className = "phone-main phone-again";
  }

  function ask() {
    var request = new XMLHttpRequest();
    request.open("GET", address());
    request.onload = function () {
      var now;
      try { now = states(request.responseText); } catch (fault) { now = null; }
      if (now && known && now !== known) {
        if (!touched) { location.reload(); return; }
        offer();
      }
      known = now || known;
      again(EVERY);
    };
    request.onerror = function () { again(EVERY); };
    request.send();
  }

  function again(wait) {
    setTimeout(function () {
      if (phone().getAttribute("data-alive")) return;
      if (document.hidden) again(EVERY); else ask();
    }, wait * (0.75 + Math.random() / 2));
  }

  document.addEventListener("input", function () { touched = true; });
  document.addEventListener("change", function () { touched = true; });
  again(FIRST);
}());
