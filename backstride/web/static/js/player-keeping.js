/**
 * Keeping what was done on this phone until it is sent, so that a closed phone goes on where it stopped.
 * One entry an event; entries of other days are swept away. Without storage everything works, only nothing is kept.
 *
 * @template Kept
 * @param {string} prefix For example "backstride.session.".
 * @param {string} id The event's id.
 * @returns {{read: () => ?Kept, write: (kept: Kept) => void, forget: () => void}}
 */
export function makeKeeping(prefix, id) {
  const key = prefix + id;
  attempt(() => sweep(prefix, key));
  return {
    read: () => attempt(() => JSON.parse(localStorage.getItem(key) ?? "null")) ?? null,
    write: (kept) => attempt(() => localStorage.setItem(key, JSON.stringify(kept))),
    forget: () => attempt(() => localStorage.removeItem(key)),
  };
}

/** @param {string} prefix @param {string} key The one to keep. */
function sweep(prefix, key) {
  const all = Array.from({ length: localStorage.length }, (_, place) => localStorage.key(place));
  all.filter((name) => name?.startsWith(prefix) && name !== key).forEach((name) => localStorage.removeItem(name));
}

function attempt(work) {
  try {
    return work();
  } catch {
    return undefined; // Storage is full or forbidden.
  }
}
