/**
 * The parts of one walk: an easy beginning, brisk stretches with easy ones between, an easy end. Pure functions.
 *
 * @typedef {object} Part
 * @property {"easy"|"brisk"} kind
 * @property {number} seconds
 */

const SHORTEST_END = 180;
const LONGEST_END = 300;

/**
 * @param {number} minutes Of the whole walk.
 * @param {number} brisk How many brisk stretches.
 * @param {number} briskMinutes Minutes of each.
 * @returns {Part[]} Their seconds add up to the whole walk.
 */
export function parts(minutes, brisk, briskMinutes) {
  const easy = minutes * 60 - brisk * briskMinutes * 60;
  if (brisk === 0 || easy <= 0) return [{ kind: "easy", seconds: minutes * 60 }];
  const gaps = easyShares(easy, brisk);
  return gaps.flatMap((seconds, place) =>
    place < brisk ? [{ kind: "easy", seconds }, { kind: "brisk", seconds: briskMinutes * 60 }] : [{ kind: "easy", seconds }],
  );
}

/** How the easy seconds are shared out: the ends are 3 to 5 minutes where that fits, the rest goes between the brisk ones. */
function easyShares(easy, brisk) {
  const even = Math.round(easy / (brisk + 1));
  if (brisk === 1) return [even, easy - even];
  const end = Math.min(Math.max(even, SHORTEST_END), LONGEST_END, Math.floor(easy / 2));
  const between = Math.floor((easy - 2 * end) / (brisk - 1));
  const inner = Array.from({ length: brisk - 1 }, () => between);
  return [end, ...inner, easy - end - between * (brisk - 1)];
}

/**
 * @param {Part[]} list @param {number} walked Seconds walked.
 * @returns {{part: Part, left: number, next: ?Part}} The part of this moment; the last one goes on for ever.
 */
export function partAt(list, walked) {
  let end = 0;
  for (const [place, part] of list.entries()) {
    end += part.seconds;
    if (walked < end) return { part, left: end - walked, next: list[place + 1] ?? null };
  }
  return { part: list.at(-1), left: 0, next: null };
}

/** @param {Part[]} list @param {number} walked Seconds. @returns {number} Whole minutes of them that were brisk. */
export function briskMinutes(list, walked) {
  let begin = 0;
  let seconds = 0;
  for (const part of list) {
    if (part.kind === "brisk") seconds += Math.min(Math.max(walked - begin, 0), part.seconds);
    begin += part.seconds;
  }
  return Math.floor(seconds / 60);
}
