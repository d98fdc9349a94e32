// Offers the browser's own time zone where none is chosen yet. Without scripts, people choose it themselves.
"use strict";
(() => {
  const named = (zone) => {
    try {
      return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
    } catch {
      return "";
    }
  };
  const mine = named(undefined);
  for (const select of document.querySelectorAll("select[data-browser-zone]")) {
    if (select.value || !mine) continue;
    const offered = [...select.options].map((option) => option.value).filter(Boolean);
    // Browsers keep some old names, such as Asia/Calcutta: compare as they name each.
    const found = offered.find((zone) => zone === mine) ?? offered.find((zone) => named(zone) === mine);
    if (found) select.value = found;
  }
})();
