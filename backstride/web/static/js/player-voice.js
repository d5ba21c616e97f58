/**
 * The browser's own voice, off until the person turns it on with a tap; the choice is remembered on this phone.
 */
const KEPT = "backstride.voice";

/** @returns {{can: boolean, isOn: () => boolean, toggle: () => boolean, say: (text: string) => void, hush: () => void}} */
export function makeVoice() {
  const can = "speechSynthesis" in window;
  let on = can && read() === "on";
  return {
    can,
    isOn: () => on,
    toggle() {
      on = can && !on;
      write(on ? "on" : "off");
      if (!on) window.speechSynthesis.cancel();
      return on;
    },
    say(text) {
      if (!on || !text) return;
      // What is still being said is already out of date.
      window.speechSynthesis.cancel();
      const spoken = new SpeechSynthesisUtterance(text);
      spoken.lang = document.documentElement.lang;
      window.speechSynthesis.speak(spoken);
    },
    hush: () => can && window.speechSynthesis.cancel(),
  };
}

function read() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null; // Storage may be forbidden; then the voice is off each time.
  }
}

function write(value) {
  try {
    localStorage.setItem(KEPT, value);
  } catch {
    // Not remembered, nothing else is lost.
  }
}
