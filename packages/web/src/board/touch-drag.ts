import { focusCard, laneAround, type UiStore } from "./board-ui.ts";
import { countOn } from "./drag-bundle.ts";
import { ghostOf } from "./drag-ghost.ts";
import { placeUnder } from "./touch-places.ts";

const PRESS_MS = 250;
/** A finger that moves this far before the press is over scrolls. */
const SLIP = 10;
const EDGE = 44;
const EDGE_STEP = 9;
/** How long a card waits at the side of the board before the next column comes. */
const TURN_MS = 700;
/** A finger over the rim still means the column beside it. */
const RIM = 16;

interface Touched {
  cardId: string;
  laneId: string;
  element: HTMLElement;
  x: number;
  y: number;
  startX: number;
  startY: number;
  ghost: HTMLElement | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  frame: number;
  turnedAt: number;
}

interface Hand {
  board: HTMLElement;
  ui: UiStore;
  drop: (cardId: string, laneId: string, index: number | null) => void;
  held: Touched | null;
}

/**
 * A finger that rests on a card for 250 ms takes it along; any other finger scrolls. Browsers differ in whether and
 * when a touch begins their own dragging, so on a touch screen the board does it itself.
 */
export function carryByTouch(board: HTMLElement, ui: UiStore, drop: Hand["drop"]): () => void {
  const hand: Hand = { board, ui, drop, held: null };
  const leave = () => putBack(hand);
  const heard = [
    [board, "touchstart", (event: TouchEvent) => touch(hand, event), { passive: true }],
    [document, "touchmove", (event: TouchEvent) => follow(hand, event), { passive: false }],
    [document, "touchend", (event: TouchEvent) => letGo(hand, event), { passive: false }],
    [document, "touchcancel", leave, { passive: true }],
    [board, "contextmenu", (event: Event) => hand.held && event.preventDefault(), {}],
    [document, "keydown", ({ key }: KeyboardEvent) => key === "Escape" && leave(), {}],
  ] as [EventTarget, string, EventListener, AddEventListenerOptions][];
  for (const [target, name, hear, options] of heard) target.addEventListener(name, hear, options);
  return () => {
    leave();
    for (const [target, name, hear] of heard) target.removeEventListener(name, hear);
  };
}

function touch(hand: Hand, { touches, target }: TouchEvent): void {
  putBack(hand);
  const [finger, second] = touches;
  if (!finger || second || !(target instanceof Element) || target.closest("[data-menu]")) return;
  const element = target.closest<HTMLElement>("[data-card]");
  const cardId = element?.dataset.card;
  const laneId = element && laneAround(element);
  if (!element || !cardId || !laneId) return;
  const { clientX: x, clientY: y } = finger;
  const timer = setTimeout(() => liftIfAtRest(hand), PRESS_MS);
  const from = { x, y, startX: x, startY: y };
  hand.held = { cardId, laneId, element, ...from, ghost: null, timer, frame: 0, turnedAt: 0 };
}

/** On a busy page what the finger has done meanwhile is told with the next frame: only then it has rested. */
function liftIfAtRest(hand: Hand): void {
  if (hand.held) hand.held.frame = requestAnimationFrame(() => lift(hand));
}

function lift(hand: Hand): void {
  const { held, ui } = hand;
  if (!held) return;
  const { cardId, laneId, element } = held;
  held.ghost = ghostOf(element, { rotate: "1.5deg" });
  const { marked } = ui.get();
  if (marked.size > 1 && marked.has(cardId)) held.ghost.append(countOn(marked.size));
  held.turnedAt = performance.now();
  navigator.vibrate?.(10);
  const drag = { cardId, fromLane: laneId, height: element.offsetHeight };
  ui.set({ selected: cardId, selectedIn: laneId, drag });
  carry(hand);
}

/** Once a frame while a card is held: also a resting finger scrolls at an edge. */
function carry(hand: Hand): void {
  const { held, board, ui } = hand;
  if (!held?.ghost) return;
  held.ghost.style.translate = `${held.x - held.startX}px ${held.y - held.startY}px`;
  scrollAtEdges(board, held);
  const gap = placeOf(board, held);
  const before = ui.get().gap;
  if (gap?.laneId !== before?.laneId || gap?.index !== before?.index) ui.set({ gap });
  held.frame = requestAnimationFrame(() => carry(hand));
}

function follow(hand: Hand, event: TouchEvent): void {
  const { held } = hand;
  const [finger] = event.touches;
  if (!held || !finger) return;
  held.x = finger.clientX;
  held.y = finger.clientY;
  if (held.ghost) event.preventDefault();
  else if (Math.hypot(held.x - held.startX, held.y - held.startY) > SLIP) release(hand);
}

function letGo(hand: Hand, event: TouchEvent): void {
  const { board, ui, drop } = hand;
  const was = release(hand);
  if (!was?.ghost) return;
  // No click follows: the card was carried, not opened.
  event.preventDefault();
  const gap = placeOf(board, was);
  ui.set({ drag: null, gap: null });
  if (gap) drop(was.cardId, gap.laneId, gap.index);
  requestAnimationFrame(() => focusCard(was.cardId, ui.get().selectedIn));
}

function putBack(hand: Hand): void {
  if (release(hand)?.ghost) hand.ui.set({ drag: null, gap: null });
}

function release(hand: Hand): Touched | null {
  const was = hand.held;
  hand.held = null;
  clearTimeout(was?.timer);
  if (was) cancelAnimationFrame(was.frame);
  was?.ghost?.remove();
  return was;
}

function placeOf(board: HTMLElement, { x, y }: Touched) {
  const { left, right, top, bottom } = board.getBoundingClientRect();
  if (y < top || y > bottom) return null;
  return placeUnder(Math.min(Math.max(x, left + RIM), right - RIM), y);
}

/** Near its upper or lower edge a column scrolls; at the side of the board the next column comes. */
function scrollAtEdges(board: HTMLElement, held: Touched): void {
  const list = document
    .elementFromPoint(held.x, held.y)
    ?.closest("[data-slot]")
    ?.querySelector("[data-lane]");
  if (list) {
    const { top, bottom } = list.getBoundingClientRect();
    if (held.y < top + EDGE) list.scrollTop -= EDGE_STEP;
    else if (held.y > bottom - EDGE) list.scrollTop += EDGE_STEP;
  }
  const { left, right, top: above, bottom: below, width } = board.getBoundingClientRect();
  // Where groups are rows, the board goes up and down as well.
  if (board.scrollHeight > board.clientHeight) {
    if (held.y < above + 2 * EDGE) board.scrollTop -= EDGE_STEP;
    else if (held.y > below - EDGE) board.scrollTop += EDGE_STEP;
  }
  const side = held.x < left + EDGE ? -1 : held.x > right - EDGE ? 1 : 0;
  const now = performance.now();
  if (side === 0) held.turnedAt = now;
  else if (now - held.turnedAt > TURN_MS) {
    held.turnedAt = now;
    // A folded one is narrower than the others.
    const slots = [...board.querySelectorAll("[data-slot]")].map(
      (slot) => slot.getBoundingClientRect().width,
    );
    const step = (Math.max(0, ...slots) || width) + 12;
    board.scrollBy({ left: side * step, behavior: "smooth" });
  }
}
