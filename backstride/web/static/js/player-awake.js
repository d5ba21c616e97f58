/**
 * Keeps the screen on while a session or a walk runs, where the browser can.
 *
 * @returns {{on: () => void, off: () => void}}
 */
export function makeAwake() {
  let wanted = false;
  let held = null;

  async function ask() {
    if (!wanted || held || document.hidden || !("wakeLock" in navigator)) return;
    try {
      held = await navigator.wakeLock.request("screen");
      // The browser lets go when the page is hidden; it is asked again when the page is back.
      held.addEventListener("release", () => (held = null));
    } catch {
      held = null; // A phone low on battery may refuse; the session goes on.
    }
  }

  document.addEventListener("visibilitychange", ask);
  return {
    on() {
      wanted = true;
      ask();
    },
    off() {
      wanted = false;
      held?.release();
    },
  };
}
