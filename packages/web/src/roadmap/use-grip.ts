import { type PointerEvent, type RefObject, useEffect, useMemo, useRef } from "react";
import type { DateTrial } from "../lib/date-effect.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { draggedTo, type Grip } from "./road-drag.ts";
import type { TimeScale } from "./time-scale.ts";
import type { DateMove } from "./use-date-move.ts";

const THRESHOLD = 6;
const PRESS_MS = 250;
const EDGE = 48;
const EDGE_STEP = 14;

interface Held {
  milestone: Milestone;
  grip: Grip;
  pointerId: number;
  element: Element;
  /** Where it was taken, in pixels of the road. */
  from: number;
  /** Past the threshold, or pressed long enough. */
  moving: boolean;
  days: number;
  clientX: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

interface GripOptions {
  trial: DateTrial;
  scale: TimeScale;
  move: DateMove;
  /** The box that scrolls. */
  box: RefObject<HTMLElement | null>;
}

export type Holds = (milestone: Milestone, grip: Grip) => object;

/** Taking hold of a diamond or a window's edge: 6 px or a 250 ms press begin it, Esc ends it without a trace. */
export function useGrip(options: GripOptions): Holds {
  const now = useRef(options);
  now.current = options;
  const hand = useMemo(() => makeHand(now), []);
  const { box } = options;
  useEffect(() => {
    const road = box.current;
    document.addEventListener("keydown", hand.onKey, true);
    road?.addEventListener("touchmove", hand.keepHold, { passive: false });
    road?.addEventListener("contextmenu", hand.keepHold);
    return () => {
      document.removeEventListener("keydown", hand.onKey, true);
      road?.removeEventListener("touchmove", hand.keepHold);
      road?.removeEventListener("contextmenu", hand.keepHold);
    };
  }, [hand, box]);
  return hand.holds;
}

function makeHand(now: RefObject<GripOptions>) {
  let held: Held | null = null;

  const release = (): Held | null => {
    const was = held;
    held = null;
    clearTimeout(was?.timer);
    if (was?.element.hasPointerCapture(was.pointerId)) was.element.releasePointerCapture(was.pointerId);
    return was;
  };

  const take = (event: PointerEvent<Element>, milestone: Milestone, grip: Grip) => {
    if (event.button !== 0) return;
    held = heldAt(event, now.current.box.current, { milestone, grip }, (pressed) =>
      tryOut(now.current, pressed),
    );
  };

  const onPointerMove = (event: PointerEvent<Element>) => {
    if (!held) return;
    held.clientX = event.clientX;
    const way = event.clientX + scrolled(now.current.box.current) - held.from;
    if (!held.moving && Math.abs(way) >= THRESHOLD) {
      if (event.pointerType === "touch") return void release();
      held.moving = true;
    }
    if (held.moving) follow(now.current, held);
  };

  const onPointerUp = () => {
    const was = release();
    if (!was?.moving) return;
    if (was.days === 0) now.current.move.cancel();
    else now.current.move.apply();
  };

  const onPointerCancel = () => {
    if (release()?.moving) now.current.move.cancel();
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !held) return;
    event.preventDefault();
    release();
    now.current.move.cancel();
  };

  /** A finger that has pressed long enough drags; any other scrolls the road, wherever it begins. */
  const keepHold = (event: Event) => {
    if (held?.moving) event.preventDefault();
  };

  const holds: Holds = (milestone, grip) => ({
    onPointerDown: (event: PointerEvent<Element>) => take(event, milestone, grip),
    onPointerMove,
    onPointerUp,
    onPointerCancel,
  });
  return { holds, onKey, keepHold };
}

function heldAt(
  event: PointerEvent<Element>,
  box: HTMLElement | null,
  what: Pick<Held, "milestone" | "grip">,
  onPressed: (held: Held) => void,
): Held {
  const { clientX, pointerId, currentTarget: element } = event;
  element.setPointerCapture(pointerId);
  const from = clientX + scrolled(box);
  const one: Held = { ...what, pointerId, element, from, moving: false, days: 0, clientX, timer: undefined };
  if (event.pointerType === "touch")
    one.timer = setTimeout(() => {
      one.moving = true;
      onPressed(one);
    }, PRESS_MS);
  return one;
}

function follow(options: GripOptions, held: Held): void {
  const { scale, box } = options;
  scrollAtEdge(box.current, held.clientX);
  const days = scale.daysIn(held.clientX + scrolled(box.current) - held.from);
  if (days === held.days) return;
  held.days = days;
  tryOut(options, held);
}

function tryOut({ trial, move }: GripOptions, { milestone, grip, days }: Held): void {
  const dates = draggedTo(trial, milestone, grip, days);
  if (dates) move.tryOut(milestone.id, dates, "pointer");
}

function scrolled(box: HTMLElement | null): number {
  return box?.scrollLeft ?? 0;
}

function scrollAtEdge(box: HTMLElement | null, clientX: number): void {
  if (!box) return;
  const { left, right } = box.getBoundingClientRect();
  if (clientX > right - EDGE) box.scrollLeft += EDGE_STEP;
  else if (clientX < left + EDGE) box.scrollLeft -= EDGE_STEP;
}
