import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import type { CardButton } from "../lib/buttons.ts";
import { aBoard } from "../testing/board.ts";
import { type Asked, fakeApi, Refusal } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { ButtonList } from "./button-list.tsx";

const board = aBoard([]);
const at = `/projects/${board.project.id}/buttons`;
const finish: CardButton = {
  id: "b1",
  place: "board",
  name: "Finish",
  steps: [{ do: "tickAll" }, { do: "due", inDays: 1 }, { do: "label", labelId: "gone" }],
  revision: 1,
};
const Shown = () => <ButtonList board={board} />;
const open = () =>
  renderPage(Shown, { path: "/p/$projectKey/routines", at: "/p/acme/routines", project: acme });

it("says in words what each button does", async () => {
  fakeApi({ [`GET ${at}`]: { items: [finish] } });
  open();
  expect(
    await screen.findByText("Tick the whole checklist · Due in 1 working day · Label what is gone"),
  ).toBeTruthy();
  expect(screen.getByText("For the cards that are selected together")).toBeTruthy();
});

it("makes a button of the steps that are chosen", async () => {
  const asked = fakeApi({ [`GET ${at}`]: { items: [] }, [`POST ${at}`]: finish });
  open();
  fireEvent.click(await screen.findByRole("button", { name: "Add a button" }));
  fireEvent.change(await screen.findByRole("textbox", { name: "Name" }), { target: { value: "Begin" } });
  fireEvent.click(screen.getByRole("button", { name: "Add a step" }));
  fireEvent.change(screen.getByRole("combobox", { name: "Step 2" }), { target: { value: "archive" } });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(asked.find(({ method }) => method === "POST")?.body).toEqual({
      place: "card",
      name: "Begin",
      steps: [{ do: "assign", personId: null }, { do: "archive" }],
    }),
  );
});

it("keeps what was typed beside what somebody else has saved, and the next save decides", async () => {
  const theirs = { ...finish, name: "Wrap up", revision: 2 };
  let now: CardButton = finish;
  const asked = fakeApi({
    [`GET ${at}`]: () => ({ items: [now] }),
    "PUT /buttons/b1": ({ headers }: Asked) => {
      if (headers.get("if-match") === '"r2"') return { ...theirs, name: "End", revision: 3 };
      now = theirs;
      return new Refusal(412, { title: "Changed meanwhile" });
    },
  });
  open();
  fireEvent.click(await screen.findByRole("button", { name: "Edit Finish" }));
  fireEvent.change(screen.getByRole("textbox", { name: "Name" }), { target: { value: "End" } });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Name: “Wrap up”")).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Name" }).value).toBe("End");
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("textbox", { name: "Name" })).toBeNull());
  expect(asked.filter(({ method }) => method === "PUT").map(({ body }) => body)).toEqual(
    Array(2).fill({ place: "board", name: "End", steps: finish.steps }),
  );
});

it("moves one among the others over the order that was seen", async () => {
  const begin: CardButton = { ...finish, id: "b2", name: "Begin" };
  const asked = fakeApi({
    [`GET ${at}`]: { items: [finish, begin] },
    [`PUT ${at}/order`]: () => undefined,
  });
  open();
  fireEvent.click(await screen.findByRole("button", { name: "Move Finish up" }));
  fireEvent.click(screen.getByRole("button", { name: "Move Finish down" }));
  await waitFor(() =>
    expect(asked.filter(({ method }) => method === "PUT").map(({ body }) => body)).toEqual([
      { ids: ["b2", "b1"], expected: ["b1", "b2"] },
    ]),
  );
});
