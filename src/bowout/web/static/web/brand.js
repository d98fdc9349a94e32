// Keeps a field for a colour's digits and the browser's choice of colours the same. Without scripts, the changed one counts.
"use strict";
for (const picker of document.querySelectorAll("input[data-colour]")) {
  const digits = document.getElementById(picker.dataset.colour);
  picker.addEventListener("input", () => { digits.value = picker.value; });
  digits.addEventListener("input", () => {
    const typed = digits.value.trim().replace(/^#?/, "#").toLowerCase();
    if (/^#[0-9a-f]{6}$/.test(typed)) picker.value = typed;
  });
}
