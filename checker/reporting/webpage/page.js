// The filter works by style alone; this adds a search, hides citations that have nothing left to show, and counts.
(function () {
  "use strict";
  var search = document.getElementById("search");
  var shown = document.getElementById("shown");
  var boxes = Array.from(document.querySelectorAll("[data-show]"));
  var citations = Array.from(document.querySelectorAll(".citation"), function (node) {
    return { node: node, text: node.textContent.toLocaleLowerCase(), supports: Array.from(
      node.querySelectorAll("[data-support]"), function (verdict) { return verdict.dataset.support; }) };
  });
  function update() {
    var off = boxes.filter(function (box) { return !box.checked; }).map(function (box) { return box.dataset.show; });
    var wanted = search.value.trim().toLocaleLowerCase();
    var count = 0;
    citations.forEach(function (citation) {
      var left = !citation.supports.length || citation.supports.some(function (it) { return off.indexOf(it) < 0; });
      var hit = left && citation.text.indexOf(wanted) >= 0;
      citation.node.hidden = !hit;
      count += hit;
    });
    shown.textContent = off.length || wanted
      ? shown.dataset.text.replace("{shown}", count).replace("{all}", citations.length) : "";
  }
  search.hidden = citations.length < 2;
  search.addEventListener("input", update);
  boxes.forEach(function (box) { box.addEventListener("change", update); });
  update();
})();
