/**
 * Which frame of a moving figure belongs to which moment of a guided move: pure functions over the flip-book's own recipe.
 *
 * @typedef {object} Book What a flip-book says of itself.
 * @property {number[]} frames One round, frame by frame, beginning with the start pose.
 * @property {number[]} seconds How long each of them is seen at the figure's own tempo.
 * @property {number} held The frame of the pose that is held.
 */

/**
 * @param {string} cycle The attribute data-cycle: "0:1.2 4:.17 …", frame and seconds in order.
 * @param {number} held The attribute data-hold.
 * @returns {Book}
 */
export function bookOf(cycle, held) {
  const shown = cycle.trim().split(/\s+/).map((one) => one.split(":").map(Number));
  return { frames: shown.map(([frame]) => frame), seconds: shown.map(([, seconds]) => seconds), held };
}

/**
 * The frame of this moment: the start pose while getting ready and resting, the held pose while holding, and on the way
 * there or back what lies between. Work that is timed, like walking, goes round at the figure's own tempo.
 * @param {Book} book
 * @param {import("./player-timeline.js").Form} form
 * @param {import("./player-timeline.js").Segment} segment
 * @param {number} elapsed Seconds into the segment.
 * @returns {number}
 */
export function frameAt(book, form, segment, elapsed) {
  if (segment.kind === "ready" || segment.kind === "rest") return book.frames[0];
  if (form.work === "time") return inTempo(book, worked(form, segment, elapsed));
  if (segment.kind === "hold") return book.held;
  return along(way(book, form, segment), elapsed / segment.seconds);
}

/** @returns {number} Seconds since the work of this set began. */
function worked(form, segment, elapsed) {
  const before = segment.kind === "hold" ? form.pace : 0;
  return (segment.rep - 1) * (form.pace + form.hold) + before + elapsed;
}

/** @param {Book} book @param {number} seconds @returns {number} Where the figure would be that long after its start. */
function inTempo(book, seconds) {
  const round = book.seconds.reduce((sum, one) => sum + one, 0);
  let left = round > 0 ? seconds % round : 0;
  const place = book.seconds.findIndex((one) => (left -= one) < 0);
  return book.frames[Math.max(0, place)];
}

/**
 * The frames of one repetition. A move without a hold goes there and back; with one it goes there, and from the second
 * repetition on comes back first, so that it never jumps.
 * @returns {number[]}
 */
function way(book, form, segment) {
  const end = book.frames.indexOf(book.held);
  if (form.hold === 0 || end < 1) return book.frames;
  const there = book.frames.slice(0, end + 1);
  return segment.rep > 1 ? [...book.frames.slice(end), ...there] : there;
}

/** @param {number[]} frames @param {number} share 0 to 1. @returns {number} */
function along(frames, share) {
  return frames[Math.min(frames.length - 1, Math.floor(share * frames.length))];
}
