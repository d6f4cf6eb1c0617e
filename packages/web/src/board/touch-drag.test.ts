import { fireEvent } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeUi } from "./board-ui.ts";
import { carryByTouch } from "./touch-drag.ts";
import { offerPlaces } from "./touch-places.ts";

const ui = makeUi();
const drop = vi.fn();
let ends: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  drop.mockClear();
  document.body.innerHTML = `<div id="board">
    <div data-slot><div data-lane="todo"><article data-card="one"><a href="/c/A-1">One</a><button data-menu></button></article></div></div>
    <div data-slot><div data-lane="doing"></div></div>
  </div>`;
  const board = at("#board");
  vi.spyOn(board, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 400, 800));
  document.elementFromPoint = (x) => at(`[data-lane="${x < 200 ? "todo" : "doing"}"]`);
  ends = [
    offerPlaces("todo", () => 0),
    offerPlaces("doing", (y) => (y > 400 ? 2 : 1)),
    carryByTouch(board, ui, drop),
  ];
});

afterEach(() => {
  for (const end of ends) end();
  vi.useRealTimers();
  Reflect.deleteProperty(document, "elementFromPoint");
});

function at(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

const touches = (clientX: number, clientY: number) => ({ touches: [{ clientX, clientY }], cancelable: true });
/** Says whether the browser goes on with it: scrolls, clicks. */
const move = (x: number, y: number) => fireEvent.touchMove(at("a"), touches(x, y));
const lift = () => fireEvent.touchEnd(at("a"), { touches: [], cancelable: true });

function press(ms: number, on = "a"): void {
  fireEvent.touchStart(at(on), touches(100, 100));
  vi.advanceTimersByTime(ms);
}

it("carries a card that was pressed long enough to the place under the finger", () => {
  press(260);
  expect(ui.get().drag).toMatchObject({ cardId: "one", fromLane: "todo" });
  expect(move(300, 500)).toBe(false);
  vi.advanceTimersByTime(40);
  expect(ui.get().gap).toEqual({ laneId: "doing", index: 2 });
  expect(lift()).toBe(false);
  expect(drop).toHaveBeenCalledExactlyOnceWith("one", "doing", 2);
  expect(ui.get()).toMatchObject({ drag: null, gap: null });
  expect(document.querySelectorAll("article")).toHaveLength(1);
});

it("leaves a finger that moves at once to scrolling", () => {
  press(100);
  expect(move(100, 60)).toBe(true);
  vi.advanceTimersByTime(400);
  expect(ui.get().drag).toBeNull();
  expect(lift()).toBe(true);
  expect(drop).not.toHaveBeenCalled();
});

it("leaves a finger to scrolling whose move a busy page hears of when the press is over", () => {
  press(250);
  expect(move(100, 60)).toBe(true);
  vi.advanceTimersByTime(400);
  expect(ui.get().drag).toBeNull();
});

it("leaves a short touch to the click that opens the card", () => {
  press(120);
  expect(lift()).toBe(true);
  vi.advanceTimersByTime(400);
  expect(ui.get().drag).toBeNull();
});

it("takes a finger over the rim for the column beside it, and one above the board for none", () => {
  press(260);
  move(420, 100);
  lift();
  expect(drop).toHaveBeenCalledExactlyOnceWith("one", "doing", 1);
  press(260);
  move(300, -20);
  lift();
  expect(drop).toHaveBeenCalledOnce();
});

it("puts the card back on Escape, and when the system takes the touch", () => {
  for (const stop of [
    () => fireEvent.keyDown(document.body, { key: "Escape" }),
    () => fireEvent.touchCancel(at("a")),
  ]) {
    press(260);
    move(300, 500);
    stop();
    expect(ui.get().drag).toBeNull();
    lift();
  }
  expect(drop).not.toHaveBeenCalled();
});

it("does not take a card by its menu", () => {
  press(260, "[data-menu]");
  expect(ui.get().drag).toBeNull();
});
