import { makeFigure } from "./player-figure.js";

/** From this many letters on the instruction is written smaller, so that the buttons stay on the display. */
const LONG_TELL = 64;

/**
 * Puts a view on the page. Only what changed is written, so that a screen reader is not disturbed every second.
 *
 * @param {HTMLElement} stage The full-screen part of the page.
 * @param {number} total How many moves there are.
 * @returns {(view: import("./player-view.js").View) => void}
 */
export function makeScreen(stage, total) {
  const part = (name) => stage.querySelector(`[data-part="${name}"]`);
  const ring = stage.querySelector(".ring");
  const arc = stage.querySelector(".ring-left");
  const pauseIcon = part("pause-icon");
  const words = ["unit", "side", "cue", "set", "tell", "next", "name"];
  const figure = makeFigure(stage);
  const parts = Object.fromEntries(words.map((name) => [name, part(name)]));
  let announced = "";

  return function draw(view) {
    words.forEach((name) => write(parts[name], view[name]));
    parts.tell.classList.toggle("tell-long", view.tell.length > LONG_TELL);
    drawCount(part("count"), view, pauseIcon);
    if (ring.dataset.state !== view.state) ring.dataset.state = view.state;
    arc.setAttribute("stroke-dasharray", `${view.left} 100`);
    figure(view);
    drawRungs(stage.querySelector(".rungs"), view.done, total);
    const heard = [view.name, view.side, view.cue, view.set].filter(Boolean).join(", ");
    if (heard !== announced) write(part("heard"), (announced = heard));
  };
}

/** @param {HTMLElement} element @param {string} text */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function drawCount(element, view, pauseIcon) {
  element.classList.toggle("count-long", view.count.length > 2);
  if (view.state !== "paused") return write(element, view.count);
  if (!element.querySelector("svg")) element.replaceChildren(pauseIcon.content.cloneNode(true));
}

/** Rungs behind are full, the present one is half full. */
function drawRungs(rungs, done, total) {
  const here = Math.min(total - 1, Math.floor(done));
  const state = (place) => (place < here ? "rung-full" : place === here ? "rung-half" : "rung-hollow");
  rungs.querySelectorAll("li").forEach((rung, place) => {
    if (rung.className !== state(place)) rung.className = state(place);
  });
  const line = rungs.querySelector("p");
  write(line, line.dataset.words.replace("%1", here + 1).replace("%2", total));
}
