import { screen } from "@testing-library/react";
import type { ComponentType } from "react";
import { expect, it, vi } from "vitest";
import { BoardPage } from "../board/board.page.tsx";
import { CalendarPage } from "../board/calendar/calendar.page.tsx";
import { ListPage } from "../board/list/list.page.tsx";
import { type KeyGroup, listenForKeys, useKeyList } from "../lib/keyboard.ts";
import { board, parts } from "../testing/board-page.tsx";
import { fakeApi } from "../testing/fake-api.ts";
import { renderPage } from "../testing/render-page.tsx";
import { ShellKeys } from "./shell-keys.tsx";

const EVERYWHERE = ["mod+k", "mod+z", "?", "g t", "g i", "g p", "g w", "g v"];
const ON_CARDS = [
  ...["arrowup", "arrowdown", "arrowleft", "arrowright", "j", "k", "enter", "space", "x", "."],
  ...["a", "m", "l", "d", "e", "t", "s", "v", "1", "c", "q", "/", "f", "shift+arrowup", "shift+arrowdown"],
];
const MAP: Record<string, { Page: ComponentType; ready: string; keys: string[] }> = {
  board: {
    Page: () => <BoardPage parts={parts} />,
    ready: "Todo",
    keys: [...ON_CARDS, "<", ">", "shift+arrowleft", "shift+arrowright", "n"],
  },
  list: {
    Page: () => <ListPage parts={{ ...parts, Cell: () => null }} />,
    ready: "List",
    keys: [...ON_CARDS, "<", ">", "n"],
  },
  calendar: {
    Page: () => <CalendarPage parts={parts} />,
    ready: "Calendar",
    keys: [...ON_CARDS, "shift+arrowleft", "shift+arrowright", "[", "]"],
  },
};

let listed: readonly KeyGroup[] = [];
function Probe() {
  listed = useKeyList();
  return null;
}

async function open(view: string) {
  const { Page, ready } = MAP[view] ?? { Page: () => null, ready: "" };
  const base = `/projects/${board.project.id}`;
  fakeApi({
    [`GET ${base}/board`]: board,
    [`GET ${base}/cards`]: { items: [], nextCursor: null },
    [`GET ${base}/days`]: { holidays: [], freeWeekdays: [], away: [] },
    "GET /saved-views": { items: [] },
  });
  const Whole = () => (
    <>
      <ShellKeys />
      <Page />
      <Probe />
    </>
  );
  renderPage(Whole, { path: `/p/$projectKey/${view}`, at: `/p/acme/${view}` });
  await screen.findByRole("heading", { name: ready });
  await vi.waitFor(() => expect(listed.length).toBeGreaterThan(2));
  return listed.flatMap(({ keys }) => keys);
}

const NAMED: Record<string, string> = {
  space: " ",
  esc: "Escape",
  enter: "Enter",
  home: "Home",
  arrowup: "ArrowUp",
  arrowdown: "ArrowDown",
  arrowleft: "ArrowLeft",
  arrowright: "ArrowRight",
};

/** As a keyboard sends it: a letter with Shift is a large one. */
function press(step: string): void {
  const name = step.split("+").at(-1) ?? "";
  const shiftKey = step.startsWith("shift+");
  const key = NAMED[name] ?? (shiftKey && name.length === 1 ? name.toUpperCase() : name);
  const ctrlKey = step.startsWith("mod+");
  document.body.dispatchEvent(
    new KeyboardEvent("keydown", { key, shiftKey, ctrlKey, bubbles: true, cancelable: true }),
  );
}

it.each(Object.keys(MAP))("%s: every key of the map is listed under ?, once", async (view) => {
  const keys = (await open(view)).map((key) => key.keys);
  expect([...EVERYWHERE, ...(MAP[view]?.keys ?? [])].filter((each) => !keys.includes(each))).toEqual([]);
  expect(keys.filter((each, at) => keys.indexOf(each) !== at)).toEqual([]);
});

it.each(Object.keys(MAP))("%s: every listed key does what the list says, and nothing else", async (view) => {
  const keys = await open(view);
  const stop = listenForKeys();
  const done: string[] = [];
  for (const key of keys) vi.spyOn(key, "run").mockImplementation(() => done.push(key.keys));
  for (const key of keys) for (const step of key.keys.split(" ")) press(step);
  stop();
  // The first of two letters may have an act of its own on the page.
  const pairs = keys.filter((key) => key.keys.includes(" ")).map((key) => key.keys.charAt(0));
  expect(done.filter((each) => !pairs.includes(each)).sort()).toEqual(keys.map((key) => key.keys).sort());
});
