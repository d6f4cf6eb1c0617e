import { type PointerEvent, useEffect, useRef } from "react";
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
}

interface GripOptions {
  trial: DateTrial;
  scale: TimeScale;
  move: DateMove;
  /** The box that scrolls. */
  box: () => HTMLElement | null;
}

/** Taking hold of a diamond or a window's edge: 6 px or a 250 ms press begin it, Esc ends it without a trace. */
export function useGrip(options: GripOptions) {
  const held = useRef<Held | null>(null);
  const now = useRef(options);
  now.current = options;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const release = useRef((): Held | null => {
    clearTimeout(timer.current);
    const was = held.current;
    held.current = null;
    if (was?.element.hasPointerCapture(was.pointerId)) was.element.releasePointerCapture(was.pointerId);
    return was;
  }).current;

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !held.current) return;
      event.preventDefault();
      release();
      now.current.move.cancel();
    };
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  }, [release]);

  const follow = () => {
    const one = held.current;
    if (!one?.moving) return;
    const { scale, trial, move, box } = now.current;
    const days = scale.daysIn(one.clientX + scrolled(box()) - one.from);
    if (days === one.days) return;
    one.days = days;
    const dates = draggedTo(trial, one.milestone, one.grip, days);
    if (dates) move.tryOut(one.milestone.id, dates, "pointer");
  };

  return (milestone: Milestone, grip: Grip) => ({
    onPointerDown: (event: PointerEvent<Element>) => {
      if (event.button !== 0) return;
      const element = event.currentTarget;
      const { clientX, pointerId, pointerType } = event;
      element.setPointerCapture(pointerId);
      const from = clientX + scrolled(now.current.box());
      const one: Held = { milestone, grip, pointerId, element, from, moving: false, days: 0, clientX };
      held.current = one;
      if (pointerType === "touch")
        timer.current = setTimeout(() => {
          one.moving = true;
        }, PRESS_MS);
    },
    onPointerMove: (event: PointerEvent<Element>) => {
      const one = held.current;
      if (!one) return;
      one.clientX = event.clientX;
      const way = Math.abs(event.clientX + scrolled(now.current.box()) - one.from);
      if (!one.moving && way >= THRESHOLD) {
        if (event.pointerType === "touch") return void release();
        one.moving = true;
      }
      if (one.moving) scrollAtEdge(now.current.box(), event.clientX);
      follow();
    },
    onPointerUp: () => {
      const was = release();
      if (!was?.moving) return;
      if (was.days === 0) now.current.move.cancel();
      else now.current.move.apply();
    },
    onPointerCancel: () => {
      if (release()?.moving) now.current.move.cancel();
    },
  });
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
