/**
 * A walk as a value: pure functions over moments in milliseconds, so that it goes on while the phone is closed.
 *
 * @typedef {object} Walk
 * @property {number} walked Milliseconds walked up to `since`.
 * @property {?number} since When the present stretch began; null while not walking.
 * @property {?number} sitting When sitting down for symptoms began; null otherwise.
 * @property {?number} onset Minutes walked until symptoms first came.
 * @property {?number} ease The longest time sitting took to ease them, in minutes.
 */
const MINUTE = 60_000;

/** @returns {Walk} A walk not begun. */
export function begin() {
  return { walked: 0, since: null, sitting: null, onset: null, ease: null };
}

/** @param {Walk} walk @param {number} now @returns {number} Seconds walked so far; sitting and pauses do not count. */
export function seconds(walk, now) {
  return (walk.walked + (walk.since === null ? 0 : now - walk.since)) / 1000;
}

/** @param {Walk} walk @param {number} now @returns {Walk} */
export function goOn(walk, now) {
  return walk.since === null ? { ...walk, since: now, sitting: null } : walk;
}

/** @param {Walk} walk @param {number} now @returns {Walk} */
export function pause(walk, now) {
  return { ...walk, walked: seconds(walk, now) * 1000, since: null };
}

/** @param {Walk} walk @param {number} now @returns {Walk} Sitting down because the leg asks for it. */
export function symptoms(walk, now) {
  const onset = walk.onset ?? Math.round((seconds(walk, now) * 1000) / MINUTE);
  return { ...pause(walk, now), sitting: now, onset };
}

/** @param {Walk} walk @param {number} now @returns {number} Seconds of sitting so far. */
export function sitting(walk, now) {
  return walk.sitting === null ? 0 : (now - walk.sitting) / 1000;
}

/** @param {Walk} walk @param {number} now @returns {Walk} The leg has eased; walking on. */
export function eased(walk, now) {
  if (walk.sitting === null) return walk;
  const took = Math.ceil((now - walk.sitting) / MINUTE);
  return goOn({ ...walk, sitting: null, ease: Math.max(took, walk.ease ?? 0) }, now);
}

/** @param {Walk} walk @param {number} now @returns {Walk} The end; symptoms that have not eased count as far as they were timed. */
export function finish(walk, now) {
  const rested = walk.sitting === null ? walk : eased(walk, now);
  return pause(rested, now);
}

/** @param {Walk} walk @param {number} now @returns {number} Whole minutes to report, at least 1. */
export function minutes(walk, now) {
  return Math.max(1, Math.round(seconds(walk, now) / 60));
}
