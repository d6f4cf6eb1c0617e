import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { aCard } from "../../testing/board.ts";
import { board, bodyOf, full, parts, press } from "../../testing/board-page.tsx";
import { fakeApi } from "../../testing/fake-api.ts";
import { renderPage } from "../../testing/render-page.tsx";
import { ListPage } from "./list.page.tsx";

const put = { ...full(aCard("four", { number: 4, title: "Put off", columnId: null })), place: "later" };
const LIST = {
  ...parts,
  Cell: ({ field, card }: { field: string; card: { title: string } }) => (
    <p>{`Cell ${field} of ${card.title}`}</p>
  ),
};

async function openList(replies: Record<string, unknown> = {}, search = "") {
  const asked = fakeApi({
    [`GET /projects/${board.project.id}/board`]: board,
    [`GET /projects/${board.project.id}/cards`]: { items: [put], nextCursor: null },
    "GET /saved-views": { items: [] },
    ...replies,
  });
  const page = renderPage(() => <ListPage parts={LIST} />, {
    path: "/p/$projectKey/list",
    at: `/p/acme/list${search}`,
  });
  await screen.findByRole("row", { name: /Put off/ });
  return { asked, ...page };
}

const titles = () =>
  within(screen.getByRole("grid", { name: "Cards" }))
    .getAllByRole("link")
    .map(({ textContent }) => textContent);

it("shows every card once, also those put off, and sorts by a header both ways", async () => {
  const { router } = await openList();
  expect(titles()).toEqual(["Write copy", "Ask Dana", "Launch", "Put off"]);
  fireEvent.click(screen.getByRole("button", { name: "Card" }));
  await waitFor(() => expect(titles()).toEqual(["Ask Dana", "Write copy", "Launch", "Put off"]));
  fireEvent.click(screen.getByRole("button", { name: "Card" }));
  await waitFor(() => expect(router.state.location.search).toEqual({ sort: "-title" }));
  expect(screen.getByRole("columnheader", { name: "Card" }).getAttribute("aria-sort")).toBe("descending");
});

it("moves over cells with the arrows, changes the one they are at, and opens the card from its title", async () => {
  await openList();
  press("j");
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Write copy"));
  for (const _cell of ["status", "milestone", "people"]) press("ArrowRight");
  press("Enter");
  await screen.findByText("Cell people of Write copy");
});

it("gives a card that was put off another status, from where it is", async () => {
  const { asked } = await openList({
    "POST /cards/four/move": full(aCard("four", { number: 4, title: "Put off" }), {
      columnId: "doing",
      position: "a1",
    }),
  });
  const row = screen.getByRole("row", { name: /Put off/ });
  fireEvent.click(within(row).getByText("Later"));
  fireEvent.click(await screen.findByRole("menuitemradio", { name: "Doing" }));
  await waitFor(() =>
    expect(bodyOf(asked, "/cards/four/move")).toEqual({
      columnId: "doing",
      after: "three",
      expected: { columnId: null, place: "later" },
    }),
  );
  await screen.findByText("Undo");
});

it("folds groups, and selects a range with Shift", async () => {
  await openList();
  fireEvent.click(screen.getByRole("button", { name: "Doing" }));
  await waitFor(() => expect(titles()).toEqual(["Write copy", "Ask Dana", "Put off"]));
  press("j");
  fireEvent.click(screen.getByRole("link", { name: "Ask Dana" }), { shiftKey: true });
  expect(await screen.findByText("2 selected")).toBeTruthy();
});
