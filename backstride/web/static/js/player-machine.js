/**
 * The session as a value: where the person is, what was done, what hurt. Pure functions, plain data,
 * so that it can be kept in the browser's storage and picked up again after the phone was closed.
 *
 * @typedef {import("./player-timeline.js").Form} Form
 *
 * @typedef {object} Item
 * @property {Form} usual The dose of today.
 * @property {?Form} easier The easier form, if the ladder has one below.
 * @property {string} tip What makes it easier when there is no easier form.
 *
 * @typedef {object} Track What was done of one item.
 * @property {boolean} easier Whether the easier form was taken; it stays, there is no way back up today.
 * @property {number} worked Seconds of work done.
 * @property {string[]} done Ids of the exercises practised.
 * @property {boolean} hurt Whether it was stopped because it hurt.
 *
 * @typedef {object} State
 * @property {number} item Place of the present item; as many as there are items when all are over.
 * @property {number} segment Place of the present segment in the item's form.
 * @property {number} elapsed Seconds into that segment.
 * @property {boolean} paused
 * @property {boolean} ended Whether the session ended before its last move.
 * @property {Track[]} tracks
 *
 * @typedef {object} Hurt The answers of the sheet "Hurts".
 * @property {"back"|"leg"} where
 * @property {boolean} down The pain went further down the leg.
 * @property {boolean} tingling New tingling or numbness.
 * @property {number} level 0 to 10.
 */
import { isWork, segments, workSeconds } from "./player-timeline.js";

/** An exercise counts as practised once this part of its dose is done. */
const PRACTISED = 0.5;

/** @param {Item[]} items @returns {State} The session before its first second. */
export function begin(items) {
  const tracks = items.map(() => ({ easier: false, worked: 0, done: [], hurt: false }));
  return { item: 0, segment: 0, elapsed: 0, paused: false, ended: false, tracks };
}

/** @param {State} state @param {Item[]} items @returns {boolean} Whether nothing is left to do. */
export function isOver(state, items) {
  return state.ended || state.item >= items.length;
}

/** @param {State} state @param {Item[]} items @returns {Form} What is being done now. */
export function form(state, items) {
  const item = items[state.item];
  return state.tracks[state.item].easier && item.easier ? item.easier : item.usual;
}

/** @param {State} state @param {Item[]} items @returns {import("./player-timeline.js").Segment} */
export function segment(state, items) {
  return segments(form(state, items))[state.segment];
}

/** @param {State} state @param {Item[]} items @param {number} seconds @returns {State} The session that much later. */
export function tick(state, items, seconds) {
  let now = state;
  let left = seconds;
  while (left > 0 && !now.paused && !isOver(now, items)) {
    const here = segment(now, items);
    const step = Math.min(left, here.seconds - now.elapsed);
    now = worked(now, isWork(here) ? step : 0);
    now = { ...now, elapsed: now.elapsed + step };
    left -= step;
    if (now.elapsed >= here.seconds) now = nextSegment(now, items);
  }
  return now;
}

/** @param {State} state @param {number} seconds @returns {State} */
function worked(state, seconds) {
  return track(state, { worked: state.tracks[state.item].worked + seconds });
}

/** @param {State} state @param {Partial<Track>} change @returns {State} */
function track(state, change) {
  const tracks = state.tracks.map((one, place) => (place === state.item ? { ...one, ...change } : one));
  return { ...state, tracks };
}

/** @param {State} state @param {Item[]} items @returns {State} */
function nextSegment(state, items) {
  const last = state.segment + 1 >= segments(form(state, items)).length;
  return last ? nextItem(state, items) : { ...state, segment: state.segment + 1, elapsed: 0 };
}

/** @param {State} state @param {Item[]} items @returns {State} The next move, noting whether this one was practised. */
function nextItem(state, items) {
  return { ...practised(state, items), item: state.item + 1, segment: 0, elapsed: 0, paused: false };
}

/** @param {State} state @param {Item[]} items @returns {State} */
function practised(state, items) {
  const here = state.tracks[state.item];
  const now = form(state, items);
  const enough = here.worked >= PRACTISED * workSeconds(now) && !here.done.includes(now.exercise);
  return enough ? track(state, { done: [...here.done, now.exercise] }) : state;
}

/** @param {State} state @param {Item[]} items @returns {State} */
export function skip(state, items) {
  return isOver(state, items) ? state : nextItem(state, items);
}

/** @param {State} state @returns {State} */
export function pause(state) {
  return { ...state, paused: true };
}

/** @param {State} state @returns {State} */
export function goOn(state) {
  return { ...state, paused: false };
}

/** @param {State} state @param {Item[]} items @returns {boolean} Whether an easier form is still to be had. */
export function canEase(state, items) {
  return !isOver(state, items) && items[state.item].easier !== null && !state.tracks[state.item].easier;
}

/**
 * Change to the easier form from the present side and set on. It never goes back up.
 * @param {State} state @param {Item[]} items @returns {State}
 */
export function easier(state, items) {
  if (!canEase(state, items)) return state;
  const here = segment(state, items);
  const eased = track(state, { easier: true });
  const gentler = form(eased, items);
  const set = Math.min(here.set, gentler.sets);
  const work = segments(gentler).findIndex((one) => isWork(one) && one.side === here.side && one.set === set);
  // The segment before it gives time to change position.
  return { ...eased, segment: Math.max(0, work - 1), elapsed: 0, paused: false };
}

/**
 * @param {Hurt} answer @param {number} enough Pain from which on the session ends: the rule's own number, sent with the plan.
 * @returns {boolean} Whether this pain ends the session, not only the move.
 */
export function endsSession(answer, enough) {
  return answer.down || answer.tingling || answer.level >= enough;
}

/** @param {State} state @param {Item[]} items @param {Hurt} answer @param {number} enough @returns {State} The move stopped for today. */
export function hurts(state, items, answer, enough) {
  if (isOver(state, items)) return state;
  const stopped = nextItem(track(state, { hurt: true }), items);
  return endsSession(answer, enough) ? { ...stopped, ended: true } : stopped;
}

/**
 * What is reported: the share of today's work done, the exercises practised and those that hurt.
 *
 * An easier form counts with its own, smaller work. A move that hurt counts as practised too, however short it was:
 * the engine looks for its ladder among those practised.
 * @param {State} state @param {Item[]} items
 * @returns {{completed: number, exercises: string[], hurt: string[]}} `completed` is 0 to 100.
 */
export function outcome(state, items) {
  const asked = items.reduce((sum, item) => sum + workSeconds(item.usual), 0);
  const done = state.tracks.reduce((sum, one, place) => sum + Math.min(one.worked, workSeconds(items[place].usual)), 0);
  const hurt = state.tracks.flatMap((one, place) => (one.hurt ? [lastForm(one, items[place]).exercise] : []));
  const exercises = [...new Set([...state.tracks.flatMap((one) => one.done), ...hurt])];
  return { completed: asked ? Math.round((100 * done) / asked) : 0, exercises, hurt };
}

/** @param {Track} one @param {Item} item @returns {Form} */
function lastForm(one, item) {
  return one.easier && item.easier ? item.easier : item.usual;
}
