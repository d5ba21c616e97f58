/**
 * The guided session: the questions before, the moves one after the other, the questions after.
 *
 * Without this script the page is a list of the moves and one form; everything here only takes the person by the hand.
 * What happens when is decided in player-machine.js; this file listens and shows.
 */
import { answered, answersOf, hide, restore } from "./player-answers.js";
import { makeAwake } from "./player-awake.js";
import { makeKeeping } from "./player-keeping.js";
import {
  begin, canEase, easier, endsSession, form as formOf, goOn, hurts, isOver, outcome, pause, skip, tick,
} from "./player-machine.js";
import { makeScreen } from "./player-screen.js";
import { makeSheet } from "./player-sheet.js";
import { speech, view } from "./player-view.js";
import { makeVoice } from "./player-voice.js";

/** Often enough for a figure that moves. */
const STEP_MS = 100;
/** A gap this long means that the phone slept: then the session waits instead of running ahead. */
const SLEPT_MS = 5000;

const root = document.querySelector("[data-player]");
const plan = JSON.parse(document.getElementById("plan").textContent);
const speed = Number(root.dataset.speed) || 1;
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const part = (name) => root.querySelector(`[data-part="${name}"]`);
const form = root.querySelector("form");
const keeping = makeKeeping("backstride.session.", plan.event);
const awake = makeAwake();
const voice = makeVoice();
const draw = makeScreen(part("stage"), plan.items.length);

let state = begin(plan.items);
let phase = "before";
let seen = 0;
let tip = "";
let told = { level: 0, tingling: false };

/** Show one of "before", "stage" and "after". */
function show(name) {
  phase = name;
  ["before", "stage", "after"].forEach((one) => (part(one).hidden = one !== name));
  part("moves").hidden = true;
  part("start").hidden = name !== "before";
  document.body.classList.toggle("playing", name === "stage");
  scrollTo(0, 0);
}

function keep() {
  keeping.write({ plan: plan.key, state, phase, told, answers: answersOf(form) });
}

function start() {
  if (!answered(part("before"))) return;
  show("stage");
  awake.on();
  seen = performance.now();
  paint();
  part("stage").focus({ preventScroll: true });
  voice.say(speech({ ...state, item: -1 }, state, plan.items, plan.words));
  keep();
}

function paint() {
  const shown = view(state, plan.items, plan.words, calm.matches);
  draw(tip ? { ...shown, tell: tip } : shown);
  part("picture").setAttribute("aria-pressed", String(state.paused));
}

/** Take a new state: say what is new, keep it, and end when nothing is left. */
function take(next) {
  const before = state;
  state = next;
  const moved = before.item !== state.item || before.segment !== state.segment;
  if (before.item !== state.item) tip = "";
  if (isOver(state, plan.items)) return finish();
  if (phase !== "stage") return;
  voice.say(speech(before, state, plan.items, plan.words));
  if (moved || before.paused !== state.paused) keep();
  paint();
}

function run() {
  const now = performance.now();
  const gap = now - seen;
  seen = now;
  if (phase !== "stage" || state.paused || sheetOpen()) return;
  take(gap > SLEPT_MS ? pause(state) : tick(state, plan.items, (gap / 1000) * speed));
}

function sheetOpen() {
  return part("sheet").open;
}

function finish() {
  awake.off();
  voice.hush();
  const done = outcome(state, plan.items);
  hide(form, "completed", [done.completed]);
  hide(form, "exercises", done.exercises);
  hide(form, "hurt", done.hurt);
  part("told").hidden = told.level === 0;
  part("told").textContent = plan.words.told.replace("%s", told.level);
  if (told.tingling) restore(form, { tingling: "yes" });
  show("after");
  keep();
}

function makeEasier() {
  if (canEase(state, plan.items)) return take(easier(state, plan.items));
  tip = `${plan.words.easiest} ${plan.items[state.item].tip}`;
  voice.say(tip);
  paint();
}

function decide(answer) {
  told = { level: Math.max(told.level, answer.level), tingling: told.tingling || answer.tingling };
  state = hurts(state, plan.items, answer, plan.enough);
  keep();
  return endsSession(answer, plan.enough) ? "end" : "stop";
}

function afterSheet() {
  seen = performance.now();
  tip = "";
  if (isOver(state, plan.items)) finish();
  else paint();
}

function showVoice() {
  const button = part("voice");
  button.hidden = !voice.can;
  button.setAttribute("aria-pressed", String(voice.isOn()));
}

function listen() {
  const open = makeSheet(part("sheet"), decide, afterSheet);
  part("start-button").addEventListener("click", start);
  part("picture").addEventListener("click", () => take(state.paused ? goOn(state) : pause(state)));
  part("voice").addEventListener("click", () => {
    if (voice.toggle()) voice.say(`${formOf(state, plan.items).name}. ${plan.words.voice}`);
    showVoice();
  });
  const buttons = { easier: makeEasier, hurts: open, skip: () => take(skip(state, plan.items)) };
  part("stage").addEventListener("click", (event) => buttons[event.target.closest("[value]")?.value]?.());
  form.addEventListener("change", keep);
  addEventListener("pagehide", keep);
}

/** Go on where a closed phone left off; a plan that has changed meanwhile begins anew, with the answers kept. */
function resume() {
  const kept = keeping.read();
  if (kept) restore(form, kept.answers);
  if (!kept || kept.plan !== plan.key || kept.phase === "before") return show("before");
  state = pause(kept.state);
  told = kept.told;
  if (isOver(state, plan.items)) return finish();
  show("stage");
  awake.on();
  paint();
}

function lead() {
  // The list's boxes are for pages without script; here what was done is known.
  form.querySelectorAll('[data-part="moves"] input').forEach((field) => (field.disabled = true));
  plan.items.flatMap((item) => item.usual.figures).forEach((address) => (new Image().src = address));
  listen();
  showVoice();
  resume();
  setInterval(run, STEP_MS);
}

// A form the server has sent back stands as it is, with its errors; nothing is left to be guided through.
if (!root.dataset.returned) lead();
