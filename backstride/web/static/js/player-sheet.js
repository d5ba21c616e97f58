/**
 * The sheet "Hurts": a few questions, then at once what follows from the answers, with its reason.
 *
 * @param {HTMLDialogElement} dialog
 * @param {(answer: import("./player-machine.js").Hurt) => string} decide Says "stop" or "end".
 * @param {() => void} closed Called when the person goes on.
 * @returns {() => void} Opens it.
 */
export function makeSheet(dialog, decide, closed) {
  const questions = dialog.querySelector('[data-part="questions"]');
  const verdicts = dialog.querySelectorAll("[data-verdict]");

  questions.addEventListener("submit", (event) => {
    event.preventDefault();
    const verdict = decide(answers(questions));
    questions.hidden = true;
    verdicts.forEach((one) => (one.hidden = one.dataset.verdict !== verdict));
    dialog.querySelector("[data-verdict]:not([hidden]) button").focus();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) dialog.close();
  });
  dialog.addEventListener("close", closed);

  return function open() {
    questions.reset();
    questions.hidden = false;
    verdicts.forEach((one) => (one.hidden = true));
    dialog.showModal();
  };
}

/** @param {HTMLFormElement} form @returns {import("./player-machine.js").Hurt} */
function answers(form) {
  const said = new FormData(form);
  return {
    where: said.get("hurt_where"),
    down: said.get("hurt_down") === "yes",
    tingling: said.get("hurt_tingling") === "yes",
    level: Number(said.get("hurt_level")),
  };
}
