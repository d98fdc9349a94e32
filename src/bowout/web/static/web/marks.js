// Underlines in what people write the words that the guards have named beside the form. Without scripts the list
// beside it says the same; when a request fails, the marks of the last one stay where their words still stand.
"use strict";
(() => {
  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

  const named = (form) =>
    [...form.querySelectorAll("#check [data-words]")].map((one) => [one.dataset.words, one.dataset.severity]);

  const draw = (area, found) => {
    const layer = area.parentElement.querySelector(".marks");
    layer.replaceChildren();
    const gravity = new Map(found.toReversed());
    const words = [...gravity.keys()].filter(Boolean).sort((one, two) => two.length - one.length);
    if (words.length) {
      const parts = area.value.split(new RegExp(`(${words.map(escaped).join("|")})`));
      for (const [at, part] of parts.entries()) {
        if (at % 2 === 0) layer.append(part);
        else layer.append(Object.assign(document.createElement("mark"), { textContent: part, className: gravity.get(part) }));
      }
      layer.append("\n");
    }
    layer.scrollTop = area.scrollTop;
  };

  const under = (area) => {
    const box = Object.assign(document.createElement("div"), { className: "marked" });
    const layer = Object.assign(document.createElement("div"), { className: `marks ${area.className}` });
    layer.setAttribute("aria-hidden", "true");
    const focused = document.activeElement === area;
    area.before(box);
    box.append(layer, area);
    if (focused) area.focus();
    area.addEventListener("scroll", () => { layer.scrollTop = area.scrollTop; });
  };

  for (const check of document.querySelectorAll("#check")) {
    const form = check.closest("form");
    const areas = [...form.querySelectorAll("textarea[data-read]")];
    const redraw = () => { const found = named(form); for (const area of areas) draw(area, found); };
    areas.forEach(under);
    form.addEventListener("input", redraw);
    new MutationObserver(redraw).observe(check, { childList: true });
    redraw();
  }
})();
