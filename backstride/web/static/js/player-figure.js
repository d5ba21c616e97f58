/**
 * The picture on the stage: the moving figure where there is one and motion is wanted, else the picture of a pose, else the steps in words.
 *
 * @typedef {object} Flipbook A moving figure that has arrived.
 * @property {SVGElement} svg
 * @property {import("./player-frames.js").Book} book
 * @property {Map<number, Element[]>} leaves The groups of each frame.
 * @property {number} open The frame that is visible.
 */
import { bookOf, frameAt } from "./player-frames.js";

/**
 * @param {HTMLElement} stage
 * @returns {(view: import("./player-view.js").View) => void} Shows the picture of this moment.
 */
export function makeFigure(stage) {
  const part = (name) => stage.querySelector(`[data-part="${name}"]`);
  const [moving, image, missing] = ["moving", "image", "no-image"].map(part);
  const fetched = makeFetched();

  return function draw(view) {
    const flipbook = fetched(view.movement);
    fetched(view.soon);
    if (flipbook) turnTo(flipbook, frameAt(flipbook.book, view.moment.form, view.moment.segment, view.moment.elapsed));
    if (flipbook && flipbook.svg.parentNode !== moving) moving.replaceChildren(flipbook.svg);
    moving.hidden = !flipbook;
    drawStill(image, missing, view, Boolean(flipbook));
    [moving, image].forEach((one) => one.classList.toggle("figure-left", view.left));
  };
}

function drawStill(image, missing, view, moves) {
  image.hidden = moves || !view.picture;
  missing.hidden = moves || Boolean(view.picture);
  if (missing.textContent !== view.steps) missing.textContent = view.steps;
  if (view.picture && image.getAttribute("src") !== view.picture) image.src = view.picture;
}

/** @param {Flipbook} flipbook @param {number} frame Only the groups that change are touched. */
function turnTo(flipbook, frame) {
  const { leaves, open } = flipbook;
  if (frame === open || !leaves.has(frame)) return;
  leaves.get(open)?.forEach((one) => one.setAttribute("visibility", "hidden"));
  leaves.get(frame)?.forEach((one) => one.setAttribute("visibility", "visible"));
  flipbook.open = frame;
}

/** @returns {(address: string) => ?Flipbook} Asks for each address once; null until it is here, and for good when it fails. */
function makeFetched() {
  /** @type {Map<string, ?Flipbook>} */
  const known = new Map();
  return function (address) {
    if (!address) return null;
    if (!known.has(address)) {
      known.set(address, null);
      load(address).then((flipbook) => known.set(address, flipbook));
    }
    return known.get(address) ?? null;
  };
}

/** @param {string} address @returns {Promise<?Flipbook>} */
async function load(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? read(await answer.text()) : null;
  } catch {
    return null; // No internet: the pictures of the poses are here already.
  }
}

/** @param {string} text @returns {?Flipbook} Without its style: it would play by itself, and the content policy refuses it. */
function read(text) {
  const plain = text.replace(/<style>[^<]*<\/style>/, "");
  const svg = document.importNode(new DOMParser().parseFromString(plain, "image/svg+xml").documentElement, true);
  if (!svg.hasAttribute("data-cycle")) return null;
  const held = Number(svg.getAttribute("data-hold"));
  const book = bookOf(svg.getAttribute("data-cycle") ?? "", held);
  return { svg, book, leaves: leavesOf(svg), open: held };
}

/** @returns {Map<number, Element[]>} */
function leavesOf(svg) {
  const leaves = new Map();
  svg.querySelectorAll("[data-frame]").forEach((one) => {
    const frame = Number(one.getAttribute("data-frame"));
    leaves.set(frame, [...(leaves.get(frame) ?? []), one]);
  });
  return leaves;
}
