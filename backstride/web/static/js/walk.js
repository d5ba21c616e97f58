/**
 * The walk's timer (and a ride's): questions before, minutes and seconds while moving, questions after.
 *
 * It counts by the clock on the wall, so a phone in a pocket loses nothing. Without this script the minutes are typed in.
 */
import { answered, answersOf, restore } from "./player-answers.js";
import { makeAwake } from "./player-awake.js";
import { makeKeeping } from "./player-keeping.js";
import { makeVoice } from "./player-voice.js";
import { begin, eased, finish, goOn, minutes, pause, seconds, sitting, symptoms } from "./walk-machine.js";
import { briskMinutes, partAt, parts } from "./walk-parts.js";

const STEP_MS = 250;
const SAY_EVERY = 5;

const root = document.querySelector("[data-walk]");
const plan = JSON.parse(document.getElementById("plan").textContent);
const speed = Number(root.dataset.speed) || 1;
const part = (name) => root.querySelector(`[data-part="${name}"]`);
const form = root.querySelector("form");
const keeping = makeKeeping("backstride.walk.", plan.event);
const awake = makeAwake();
const voice = makeVoice();
const list = parts(plan.minutes, plan.brisk, plan.brisk_minutes);
const opened = Date.now();

let walk = begin();
let phase = "before";
let said = "";

/** @returns {number} Now in milliseconds; faster than the wall clock only where the page allows it. */
function now() {
  return opened + (Date.now() - opened) * speed;
}

function show(name) {
  phase = name;
  ["before", "stage", "after"].forEach((one) => (part(one).hidden = one !== name));
  part("start").hidden = name !== "before";
  document.body.classList.toggle("playing", name === "stage");
  scrollTo(0, 0);
}

function keep() {
  keeping.write({ walk, phase, answers: answersOf(form) });
}

function start() {
  if (!answered(part("before"))) return;
  walk = goOn(walk, now());
  show("stage");
  awake.on();
  part("stage").focus({ preventScroll: true });
  paint();
  keep();
}

/** Someone who has walked already types the minutes. */
function typeIn() {
  if (!answered(part("before"))) return;
  show("after");
  part("minutes").focus();
}

function paint() {
  const moment = now();
  const walked = seconds(walk, moment);
  const rests = walk.sitting !== null;
  const here = partAt(list, walked);
  const shown = rests ? sitting(walk, moment) : walked;
  const state = rests ? "rest" : walk.since === null ? "paused" : "work";
  write("count", clock(shown));
  part("count").classList.toggle("count-long", shown >= 600);
  write("unit", rests ? plan.words.sitting : plan.words.goal);
  write("cue", rests ? plan.words.sit : walk.since === null ? plan.words.paused : plan.words[here.part.kind]);
  write("tell", rests ? plan.words.sit_until : plan.words.how);
  write("next", rests ? "" : coming(walked, here));
  root.querySelector(".ring").dataset.state = state;
  const left = Math.max(0, 100 - Math.round((100 * walked) / (plan.minutes * 60)));
  root.querySelector(".ring-left").setAttribute("stroke-dasharray", `${left} 100`);
  drawButtons(rests);
  speak(walked, here.part.kind, rests);
}

/** @returns {string} What comes next, or that the walk is long enough. */
function coming(walked, here) {
  if (walked >= plan.minutes * 60) return plan.words.reached;
  return here.next ? `${plan.words[here.next.kind]} ${plan.words.in} ${clock(here.left)}.` : "";
}

function drawButtons(rests) {
  part("pause").hidden = rests;
  write("pause-word", walk.since === null ? plan.words.go_on : plan.words.pause);
  if (!plan.interval) return;
  part("symptoms").hidden = rests || walk.since === null;
  part("eased").hidden = !rests;
}

/** @param {number} total Seconds. @returns {string} Minutes and seconds. */
function clock(total) {
  return `${Math.floor(total / 60)}:${String(Math.floor(total % 60)).padStart(2, "0")}`;
}

function write(name, text) {
  const element = part(name);
  if (element.textContent !== text) element.textContent = text;
}

/** Say each change of pace, and the minutes now and then. */
function speak(walked, kind, rests) {
  const whole = Math.floor(walked / 60);
  const over = walked >= plan.minutes * 60;
  const heard = rests ? plan.words.sit_until : over ? plan.words.reached : `${kind} ${Math.floor(whole / SAY_EVERY)}`;
  if (heard === said) return;
  const first = said === "";
  said = heard;
  const told = rests || over ? heard : `${plan.words[kind]}. ${first ? "" : `${whole} ${plan.words.minutes}`}`;
  write("heard", told);
  voice.say(told);
}

function take(next) {
  walk = next;
  keep();
  paint();
}

function end() {
  const moment = now();
  walk = finish(walk, moment);
  awake.off();
  voice.hush();
  part("minutes").value = minutes(walk, moment);
  if (part("brisk")) part("brisk").value = Math.min(briskMinutes(list, seconds(walk, moment)), minutes(walk, moment));
  if (plan.interval) {
    part("onset").value = walk.onset ?? "";
    part("ease").value = walk.ease ?? "";
  }
  show("after");
  keep();
}

function showVoice() {
  part("voice").hidden = !voice.can;
  part("voice").setAttribute("aria-pressed", String(voice.isOn()));
}

function listen() {
  const on = (name, work) => part(name)?.addEventListener("click", work);
  on("start-button", start);
  on("type-button", typeIn);
  on("pause", () => take(walk.since === null ? goOn(walk, now()) : pause(walk, now())));
  on("symptoms", () => take(symptoms(walk, now())));
  on("eased", () => take(eased(walk, now())));
  on("finish", end);
  on("voice", () => {
    if (voice.toggle()) voice.say(plan.words.voice);
    showVoice();
  });
  form.addEventListener("change", keep);
  addEventListener("pagehide", keep);
}

function resume() {
  const kept = keeping.read();
  if (!kept) return show("before");
  restore(form, kept.answers);
  walk = kept.walk;
  show(kept.phase);
  if (phase !== "stage") return;
  awake.on();
  paint();
}

// A form the server has sent back stands as it is, with its errors.
if (!root.dataset.returned) {
  listen();
  showVoice();
  resume();
  setInterval(() => phase === "stage" && (walk.since !== null || walk.sitting !== null) && paint(), STEP_MS);
}
