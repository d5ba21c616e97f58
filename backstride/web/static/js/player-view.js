/**
 * What the player shows and says at one moment, as plain words and numbers: no DOM, no voice.
 *
 * @typedef {object} Words The words of the page, from the server.
 * @property {Record<string, string>} sides "left" and "right" in words.
 * @property {string} ready @property {string} move @property {string} hold @property {string} stay @property {string} rest
 * @property {string} paused @property {string} tap @property {string} seconds @property {string} minutes @property {string} of
 * @property {string} set @property {string} next @property {string} last @property {string} pause @property {string} left
 *
 * @typedef {object} View
 * @property {string} state Of the ring: ready, work, rest or paused.
 * @property {string} count @property {string} unit
 * @property {number} left Part of the ring still to go, 0 to 100.
 * @property {string} side @property {string} cue @property {string} set
 * @property {string} tell The instruction in large words.
 * @property {string} next What comes after.
 * @property {string} name @property {string} picture Address; empty where there is none, and then @property {string} steps.
 * @property {string} movement Address of the moving figure, @property {string} soon of the next one; empty without, or where motion is not wanted.
 * @property {{form: import("./player-timeline.js").Form, segment: import("./player-timeline.js").Segment, elapsed: number}} moment
 * @property {boolean} left Whether the picture is turned to the left side.
 * @property {number} done Moves behind, the present one counted in part, for the rungs.
 */
import { form, segment } from "./player-machine.js";
import { isWork, pictureAt, segments } from "./player-timeline.js";

const STATES = { ready: "ready", move: "work", hold: "work", rest: "rest" };
/** Holds at least this long get a word five seconds before their end. */
const LONG_HOLD = 15;
/** From this many seconds on, minutes and seconds are shown. */
const LONG_COUNT = 100;

/**
 * @param {import("./player-machine.js").State} state
 * @param {import("./player-machine.js").Item[]} items
 * @param {Words} words
 * @param {boolean} still Reduced motion.
 * @returns {View}
 */
export function view(state, items, words, still = false) {
  const now = form(state, items);
  const here = segment(state, items);
  const rest = Math.max(0, here.seconds - state.elapsed);
  const counts = countsRepetitions(now, here);
  const picture = pictureAt(here, state.elapsed, now.figures.length, still, now.held);
  return {
    state: state.paused ? "paused" : STATES[here.kind],
    count: counts ? String(here.rep) : clock(Math.ceil(rest)),
    unit: unit(state.paused, counts, rest, now, words),
    left: counts ? (100 * (now.reps - here.rep + 1)) / now.reps : Math.round((100 * Math.ceil(rest)) / here.seconds),
    side: words.sides[here.side] ?? "",
    cue: state.paused ? words.paused : cue(now, here, words),
    set: place(now, here, words),
    tell: tell(now, here),
    next: beforehand(now, here) || `${words.pause} ${coming(state, items, words)}`,
    name: now.name,
    picture: now.figures[picture] ?? "",
    steps: now.figures.length ? "" : now.steps.join(" "),
    movement: (!still && now.movement) || "",
    soon: (!still && items[state.item + 1]?.usual.movement) || "",
    moment: { form: now, segment: here, elapsed: state.elapsed },
    left: here.side === "left",
    done: state.item + state.segment / segments(now).length,
  };
}

/** @returns {boolean} Whether the ring counts repetitions, not seconds: quick moves without a hold. */
function countsRepetitions(now, here) {
  return here.kind === "move" && now.hold === 0;
}

/** The word below the count. */
function unit(paused, counts, rest, now, words) {
  if (paused) return words.tap;
  if (counts) return `${words.of} ${now.reps}`;
  return Math.ceil(rest) < LONG_COUNT ? words.seconds : words.minutes;
}

/** @param {number} seconds @returns {string} Seconds, or minutes and seconds from 100 on. */
export function clock(seconds) {
  if (seconds < LONG_COUNT) return String(seconds);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function cue(now, here, words) {
  if (here.kind === "hold") return now.work === "time" || here.seconds >= 60 ? words.stay : words.hold;
  return words[here.kind];
}

/** Which repetition, and which set, where there are several. */
function place(now, here, words) {
  const parts = [];
  const held = isWork(here) && now.reps > 1 && !countsRepetitions(now, here);
  if (held) parts.push(`${here.rep} ${words.of} ${now.reps}`);
  if (now.sets > 1) parts.push(`${words.set} ${here.set}${held ? "" : ` ${words.of} ${now.sets}`}`);
  return parts.join(" · ");
}

/** How to begin while getting ready; afterwards the cues in turn, one a repetition. */
function tell(now, here) {
  if (here.kind === "ready") return now.steps[0];
  return now.cues[Math.max(0, here.rep - 1) % now.cues.length];
}

/** While getting ready: what matters for this person's cause, where there is something. */
function beforehand(now, here) {
  return (here.kind === "ready" && now.for_cause) || "";
}

function coming(state, items, words) {
  const list = segments(form(state, items));
  const after = list.slice(state.segment + 1).find((one) => !isWork(one) || one.set !== list[state.segment].set);
  if (after) return `${words.next} ${words.rest.toLowerCase()} ${after.seconds} ${words.seconds}.`;
  const following = items[state.item + 1];
  return following ? `${words.next} ${following.usual.name}.` : words.last;
}

/**
 * What the voice says as this moment begins: nothing inside a segment, but a word five seconds before a long hold ends.
 * @param {import("./player-machine.js").State} before
 * @param {import("./player-machine.js").State} after
 * @param {import("./player-machine.js").Item[]} items
 * @param {Words} words
 * @returns {string}
 */
export function speech(before, after, items, words) {
  const now = form(after, items);
  const here = segment(after, items);
  const same = before.item === after.item && before.segment === after.segment;
  if (same) return nearlyDone(before, after, here, words);
  const shown = view(after, items, words);
  if (here.kind === "ready") return [now.name, shown.side, shown.tell, beforehand(now, here)].filter(Boolean).join(". ");
  if (countsRepetitions(now, here)) return here.rep === 1 ? `${shown.tell}. 1` : String(here.rep);
  if (here.kind === "hold") return `${shown.cue}. ${shown.tell}.`;
  return here.kind === "rest" ? [words.rest, shown.side].filter(Boolean).join(". ") : words.move;
}

function nearlyDone(before, after, here, words) {
  const mark = here.seconds - 5;
  const passed = before.elapsed < mark && after.elapsed >= mark;
  return here.kind === "hold" && here.seconds >= LONG_HOLD && passed ? words.left : "";
}
