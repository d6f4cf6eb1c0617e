import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { undoLast } from "../lib/undo.tsx";
import { aBoard, aCard } from "../testing/board.ts";
import { board, bodyOf, column, full, openBoard, parts, press } from "../testing/board-page.tsx";
import { fakeApi, Refusal } from "../testing/fake-api.ts";
import { amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { BoardPage } from "./board.page.tsx";
import * as scrollers from "./scrollers.ts";

it("adds a card with what its tokens mean and keeps the line open", async () => {
  const asked = await openBoard({
    [`POST /projects/${board.project.id}/cards`]: full(aCard("new", { number: 4, title: "Call" })),
  });
  press("c");
  const line = await screen.findByRole("combobox", { name: "New card" });
  fireEvent.change(line, { target: { value: "Call @jo #copy >M1 !high ~4h" } });
  fireEvent.keyDown(line, { key: "Enter" });
  await column("Todo").findByRole("link", { name: "Call" });
  expect(bodyOf(asked, `/projects/${board.project.id}/cards`)).toEqual({
    title: "Call",
    columnId: "todo",
    people: ["jo"],
    labels: ["copy"],
    milestoneId: "m1",
    priority: 3,
    likely: 240,
  });
  expect(screen.getByRole("combobox", { name: "New card" })).toHaveProperty("value", "");
});

it("stays closed when it was closed while the card was on its way, and drops no fast second line", async () => {
  const asked = await openBoard({
    [`POST /projects/${board.project.id}/cards`]: full(aCard("new", { number: 4, title: "Call" })),
  });
  press("c");
  const line = await screen.findByRole("combobox", { name: "New card" });
  for (const value of ["Call", "Write"]) {
    fireEvent.change(line, { target: { value } });
    fireEvent.keyDown(line, { key: "Enter" });
  }
  fireEvent.keyDown(line, { key: "Escape" });
  const sent = () => asked.filter(({ method }) => method === "POST").map(({ body }) => body);
  await waitFor(() =>
    expect(sent()).toEqual([
      { title: "Call", columnId: "todo" },
      { title: "Write", columnId: "todo" },
    ]),
  );
  await column("Todo").findByRole("link", { name: "Call" });
  expect(screen.queryByRole("combobox", { name: "New card" })).toBeNull();
});

it("offers to take an added card away again", async () => {
  const asked = await openBoard({
    [`POST /projects/${board.project.id}/cards`]: full(aCard("new", { number: 4, title: "Call" })),
    "DELETE /cards/new": {},
  });
  press("c");
  const line = await screen.findByRole("combobox", { name: "New card" });
  fireEvent.change(line, { target: { value: "Call" } });
  fireEvent.keyDown(line, { key: "Enter" });
  await screen.findByText("“Call” added to Todo");
  await undoLast();
  expect(asked.filter(({ method }) => method === "DELETE").map(({ path }) => path)).toEqual(["/cards/new"]);
  await waitFor(() => expect(column("Todo").queryByRole("link", { name: "Call" })).toBeNull());
});

it("makes a label that is missing only when it is chosen", async () => {
  const asked = await openBoard({
    [`POST /projects/${board.project.id}/labels`]: { id: "shop", name: "Shop", color: "green" },
    [`POST /projects/${board.project.id}/cards`]: full(aCard("new", { number: 4, title: "Call" })),
    "DELETE /cards/new": {},
    "DELETE /labels/shop": {},
  });
  const sent = (path: string) =>
    asked.filter((one) => one.method === "POST" && one.path.endsWith(path)).map(({ body }) => body);
  press("c");
  const line = await screen.findByRole("combobox", { name: "New card" });
  const type = (value: string) => fireEvent.change(line, { target: { value } });
  type("Mend #42");
  expect(screen.queryByRole("option")).toBeNull();
  type("Call #Shop");
  expect(await screen.findByRole("option", { name: "New label “Shop”" })).toBeTruthy();
  fireEvent.keyDown(line, { key: "Enter" });
  await waitFor(() => expect(sent("/cards")).toEqual([{ title: "Call #Shop", columnId: "todo" }]));
  type("Call #Shop");
  fireEvent.keyDown(line, { key: "ArrowDown" });
  fireEvent.keyDown(line, { key: "Enter" });
  await screen.findByRole("button", { name: "Remove Shop" });
  fireEvent.keyDown(line, { key: "Enter" });
  await waitFor(() =>
    expect(sent("/cards").at(-1)).toEqual({ title: "Call", columnId: "todo", labels: ["shop"] }),
  );
  expect(sent("/labels")).toEqual([{ name: "Shop", color: "green" }]);
  await undoLast();
  expect(asked.some(({ method, path }) => method === "DELETE" && path === "/labels/shop")).toBe(true);
});

it("offers to make cards of pasted lines", async () => {
  const asked = await openBoard({ [`POST /projects/${board.project.id}/cards/batch`]: { ids: ["x", "y"] } });
  press("c");
  const line = await screen.findByRole("combobox", { name: "New card" });
  fireEvent.paste(line, { clipboardData: { getData: () => "- Logo\n- Menu\n" } });
  fireEvent.click(await screen.findByRole("button", { name: "Add 2 cards" }));
  await waitFor(() =>
    expect(bodyOf(asked, `/projects/${board.project.id}/cards/batch`)).toEqual({
      titles: ["Logo", "Menu"],
      columnId: "todo",
    }),
  );
});

it("keeps the text of a card that was refused", async () => {
  await openBoard({
    [`POST /projects/${board.project.id}/cards`]: () =>
      new Refusal(507, { title: "Disk full", detail: "No room." }),
  });
  press("c");
  const line = await screen.findByRole("combobox", { name: "New card" });
  fireEvent.change(line, { target: { value: "Call Dana" } });
  fireEvent.keyDown(line, { key: "Enter" });
  await screen.findByText("No room.");
  expect(screen.getByRole("combobox", { name: "New card" })).toHaveProperty("value", "Call Dana");
});

it("makes a card of a milestone in the lane of that milestone", async () => {
  const created = full(aCard("new", { number: 4, title: "Call", milestoneId: "m1" }));
  const asked = await openBoard(
    { [`POST /projects/${board.project.id}/cards`]: created },
    "?by=milestone",
    /Brief agreed/,
  );
  fireEvent.click(within(screen.getByRole("region", { name: /Brief agreed/ })).getByText("Add card"));
  const line = await screen.findByRole("combobox", { name: "New card" });
  fireEvent.change(line, { target: { value: "Call" } });
  fireEvent.keyDown(line, { key: "Enter" });
  await within(screen.getByRole("region", { name: /Brief agreed/ })).findByRole("link", { name: "Call" });
  expect(bodyOf(asked, `/projects/${board.project.id}/cards`)).toEqual({
    title: "Call",
    columnId: "todo",
    milestoneId: "m1",
  });
});

it("offers a guest no new cards, and says what will stand on an empty board", async () => {
  fakeApi({ [`GET /projects/${board.project.id}/board`]: aBoard([]) });
  renderPage(() => <BoardPage parts={parts} />, {
    path: "/p/$projectKey/board",
    at: "/p/acme/board",
    me: { ...amara, role: "guest", can: [] },
  });
  await screen.findByText("Cards that you are on appear here.");
  press("c");
  expect(screen.queryByRole("combobox", { name: "New card" })).toBeNull();
  expect(screen.queryByText("Add card")).toBeNull();
});

it("brings the end of the lane into sight, where the next card comes", async () => {
  const seen = vi.spyOn(scrollers, "scrollLane");
  await openBoard({
    [`POST /projects/${board.project.id}/cards`]: full(
      aCard("new", { number: 4, title: "Call", position: "a9" }),
    ),
  });
  press("c");
  const line = await screen.findByRole("combobox", { name: "New card" });
  expect(seen.mock.lastCall?.[0]).toBe("todo");
  fireEvent.change(line, { target: { value: "Call" } });
  fireEvent.keyDown(line, { key: "Enter" });
  await waitFor(() => expect(seen.mock.lastCall).toEqual(["todo", 2]));
});
