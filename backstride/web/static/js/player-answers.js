/**
 * The answers around a session or walk: the ordinary form of the page, kept on this phone until it is sent.
 */

/** @param {HTMLFormElement} form @returns {Record<string, string>} What is chosen or typed so far, by name. */
export function answersOf(form) {
  const fields = [...form.querySelectorAll("[data-kept] input")];
  const given = fields.filter((field) => (field.type === "radio" ? field.checked : field.value !== ""));
  return Object.fromEntries(given.map((field) => [field.name, field.value]));
}

/** @param {HTMLFormElement} form @param {Record<string, string>} answers Choose and type them again, where nothing is yet. */
export function restore(form, answers) {
  Object.entries(answers).forEach(([name, value]) => {
    const fields = [...form.querySelectorAll(`[data-kept] input[name="${CSS.escape(name)}"]`)];
    if (fields.some((field) => field.type === "radio" && field.checked)) return;
    fields.forEach((field) => answer(field, value));
  });
}

function answer(field, value) {
  if (field.type === "radio") field.checked = field.value === value;
  else if (field.value === "") field.value = value;
}

/** @param {HTMLElement} section @returns {boolean} Whether all questions in it are answered; else points at the first. */
export function answered(section) {
  const open = [...section.querySelectorAll("input[required]")].find((field) => !field.checkValidity());
  if (!open) return true;
  open.closest("fieldset")?.scrollIntoView({ block: "center" });
  open.focus({ preventScroll: true });
  return open.reportValidity();
}

/** @param {HTMLElement} container @param {string} name @param {(string|number)[]} values Hidden fields for the form. */
export function hide(container, name, values) {
  container.querySelectorAll(`[name="${name}"]`).forEach((field) => field.remove());
  values.forEach((value) => {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value: String(value) });
    container.append(field);
  });
}
