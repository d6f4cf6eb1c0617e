import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import type { CardButton } from "../lib/buttons.ts";
import { aBoard } from "../testing/board.ts";
import { fakeApi } from "../testing/fake-api.ts";
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
  expect(screen.getByText("For the cards that are selected")).toBeTruthy();
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
