/**
 * What happens when in a guided move: pure functions from a form (one exercise at one dose) to its segments.
 *
 * @typedef {object} Form
 * @property {string} exercise Id of the exercise.
 * @property {string} name What the person reads.
 * @property {string[]} sides "left", "right", or nothing for a move without sides.
 * @property {number} sets
 * @property {number} reps
 * @property {number} hold Seconds each repetition is held; 0 when it is not.
 * @property {number} rest Seconds between sets, and between sides.
 * @property {number} pace Seconds of movement a repetition.
 * @property {string} work "repetitions", "hold" or "time".
 * @property {string[]} steps How to begin first.
 * @property {string} [for_cause] One sentence for this person's cause.
 * @property {string[]} cues At most 8 words each.
 * @property {string[]} figures Addresses of its pictures, in the order of the movement.
 * @property {number} [held] Which picture shows the pose that is held, from 0.
 * @property {string} [movement] Address of its moving figure.
 *
 * @typedef {object} Segment
 * @property {"ready"|"move"|"hold"|"rest"} kind
 * @property {number} seconds
 * @property {string} side "" for a move without sides.
 * @property {number} set From 1.
 * @property {number} rep From 1; 0 while getting ready or resting.
 */

export const READY_SECONDS = 5;

/**
 * The segments of one move: get ready, then each side's sets in turn, with a rest between any two sets.
 * @param {Form} form
 * @param {number} ready Seconds to get into place.
 * @returns {Segment[]}
 */
export function segments(form, ready = READY_SECONDS) {
  const turns = (form.sides.length ? form.sides : [""]).flatMap((side) => sets(form, side));
  return turns.flatMap((turn, place) => {
    const { side, set } = turn[0];
    const before = place ? breather(form.rest, side, set) : [pause("ready", ready, side, set)];
    return [...before, ...turn];
  });
}

/** @param {Form} form @param {string} side @returns {Segment[][]} One list a set. */
function sets(form, side) {
  return counting(form.sets).map((set) => counting(form.reps).flatMap((rep) => repetition(form, side, set, rep)));
}

/** @param {Form} form @param {string} side @param {number} set @param {number} rep @returns {Segment[]} */
function repetition(form, side, set, rep) {
  const move = { kind: "move", seconds: form.pace, side, set, rep };
  return form.hold > 0 ? [move, { ...move, kind: "hold", seconds: form.hold }] : [move];
}

/** @param {number} seconds @param {string} side @param {number} set @returns {Segment[]} */
function breather(seconds, side, set) {
  return seconds > 0 ? [pause("rest", seconds, side, set)] : [];
}

/** @param {"ready"|"rest"} kind @param {number} seconds @param {string} side @param {number} set @returns {Segment} */
function pause(kind, seconds, side, set) {
  return { kind, seconds, side, set, rep: 0 };
}

/** @param {number} most @returns {number[]} 1 to `most`. */
function counting(most) {
  return Array.from({ length: most }, (_, place) => place + 1);
}

/**
 * Every segment of a session in order, each with the place of its item and the second it starts at.
 * @param {Form[]} items
 * @returns {(Segment & {item: number, at: number})[]}
 */
export function timeline(items) {
  let at = 0;
  return items.flatMap((form, item) =>
    segments(form).map((segment) => {
      const placed = { ...segment, item, at };
      at += segment.seconds;
      return placed;
    }),
  );
}

/** @param {Segment} segment @returns {boolean} Whether the person is working, not resting or getting ready. */
export function isWork(segment) {
  return segment.kind === "move" || segment.kind === "hold";
}

/** @param {Form} form @returns {number} Seconds of work in the whole dose, without rests. */
export function workSeconds(form) {
  return segments(form)
    .filter(isWork)
    .reduce((sum, segment) => sum + segment.seconds, 0);
}

/**
 * Which picture fits this moment: the first at the start of a movement, the held one while it is held, which is mostly the last.
 * @param {Segment} segment
 * @param {number} elapsed Seconds into the segment.
 * @param {number} pictures How many pictures there are.
 * @param {boolean} still Reduced motion: the held picture throughout.
 * @param {number} [held] Which one is held, from 0.
 * @returns {number} From 0.
 */
export function pictureAt(segment, elapsed, pictures, still = false, held = Math.max(0, pictures - 1)) {
  const last = Math.max(0, pictures - 1);
  if (still || segment.kind === "hold") return held;
  if (segment.kind !== "move") return 0;
  return Math.min(last, Math.floor((elapsed / segment.seconds) * pictures));
}
