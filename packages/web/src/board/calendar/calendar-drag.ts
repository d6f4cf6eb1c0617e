import { ghostOf } from "../drag-ghost.ts";

/** How far a mouse goes before it drags, how long a finger rests before it does. */
const THRESHOLD = 6;
const PRESS_MS = 250;
const SLIP = 10;

export interface DayDrag {
  /** A card was let go over a day; null is the tray of cards without one. */
  onDrop: (cardId: string, day: string | null) => void;
  /** The day that is aimed at. */
  onAim: (day: string | null | undefined) => void;
}

interface Held {
  cardId: string;
  element: HTMLElement;
  pointerId: number;
  startX: number;
  startY: number;
  ghost: HTMLElement | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  frame: number;
}

interface Hand extends DayDrag {
  held: Held | null;
  /** A click that follows opens nothing. */
  carried: boolean;
}

/** Carries cards from day to day: a mouse after 6 px, a finger after 250 ms; Escape puts it back. */
export function carryToDays(stage: HTMLElement, drag: DayDrag): () => void {
  const hand: Hand = { ...drag, held: null, carried: false };
  const stay = (event: Event) => hand.held?.ghost && event.preventDefault();
  const heard = [
    [stage, "pointerdown", (event: PointerEvent) => take(hand, event), {}],
    [document, "pointermove", (event: PointerEvent) => carry(hand, event), {}],
    [document, "pointerup", (event: PointerEvent) => letGo(hand, event), {}],
    [document, "pointercancel", () => release(hand), {}],
    [document, "keydown", (event: KeyboardEvent) => putBack(hand, event), { capture: true }],
    [stage, "click", (event: Event) => afterDrag(hand, event), { capture: true }],
    [stage, "touchmove", stay, { passive: false }],
    [stage, "contextmenu", stay, {}],
    [stage, "dragstart", (event: Event) => event.preventDefault(), {}],
  ] as [EventTarget, string, EventListener, AddEventListenerOptions][];
  for (const [target, name, hear, options] of heard) target.addEventListener(name, hear, options);
  return () => {
    release(hand);
    for (const [target, name, hear, options] of heard) target.removeEventListener(name, hear, options);
  };
}

function take(hand: Hand, event: PointerEvent): void {
  release(hand);
  hand.carried = false;
  if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest("[data-menu]")) return;
  const element = event.target.closest<HTMLElement>("[data-card]");
  const cardId = element?.dataset.card;
  if (!element || !cardId) return;
  const { pointerId, clientX: startX, clientY: startY, pointerType } = event;
  const timer = pointerType === "mouse" ? undefined : setTimeout(() => liftIfAtRest(hand), PRESS_MS);
  hand.held = { cardId, element, pointerId, startX, startY, ghost: null, timer, frame: 0 };
}

/** On a busy page what the finger has done meanwhile is told with the next frame: only then it has rested. */
function liftIfAtRest(hand: Hand): void {
  if (hand.held) hand.held.frame = requestAnimationFrame(() => lift(hand));
}

function lift(hand: Hand): void {
  if (!hand.held) return;
  hand.held.ghost = ghostOf(hand.held.element, { width: 220 });
  hand.held.element.setAttribute("data-carried", "");
  hand.carried = true;
}

function carry(hand: Hand, event: PointerEvent): void {
  const { held } = hand;
  if (!held || event.pointerId !== held.pointerId) return;
  const [x, y] = [event.clientX - held.startX, event.clientY - held.startY];
  const far = Math.hypot(x, y);
  const isMouse = event.pointerType === "mouse";
  if (!held.ghost && !isMouse && far > SLIP) release(hand);
  if (!held.ghost && isMouse && far > THRESHOLD) lift(hand);
  if (!held.ghost) return;
  held.ghost.style.translate = `${x}px ${y}px`;
  hand.onAim(dayUnder(event));
}

function letGo(hand: Hand, event: PointerEvent): void {
  const was = release(hand);
  const day = was?.ghost ? dayUnder(event) : undefined;
  if (was && day !== undefined) hand.onDrop(was.cardId, day);
}

function putBack(hand: Hand, event: KeyboardEvent): void {
  if (event.key !== "Escape" || !hand.held?.ghost) return;
  event.stopPropagation();
  release(hand);
}

function afterDrag(hand: Hand, event: Event): void {
  if (!hand.carried) return;
  hand.carried = false;
  event.preventDefault();
  event.stopPropagation();
}

function release(hand: Hand): Held | null {
  const was = hand.held;
  hand.held = null;
  clearTimeout(was?.timer);
  if (was) cancelAnimationFrame(was.frame);
  was?.ghost?.remove();
  was?.element.removeAttribute("data-carried");
  if (was?.ghost) hand.onAim(undefined);
  return was;
}

/** The day below the pointer, null over the tray, undefined elsewhere. */
function dayUnder({ clientX, clientY }: PointerEvent): string | null | undefined {
  const place = document
    .elementsFromPoint(clientX, clientY)
    .map((element) => element.closest<HTMLElement>("[data-day]"))
    .find(Boolean);
  return place ? place.dataset.day || null : undefined;
}
