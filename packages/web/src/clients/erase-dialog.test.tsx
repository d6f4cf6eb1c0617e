import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApi, Refusal } from "../testing/fake-api.ts";
import { renderPage } from "../testing/render-page.tsx";
import { EraseDialog } from "./erase-dialog.tsx";
import { FormerContacts } from "./former-contacts.tsx";

const dana = { personId: "dana", name: "Dana Reyes", email: "dana@rosa.test" };

test("a person is erased once their whole name is typed", async () => {
  const asked = fakeApi({ "POST /contacts/dana/erase": undefined });
  renderPage(() => <EraseDialog person={dana} onClose={() => undefined} />);
  const act = await screen.findByRole("button", { name: "Erase for good" });
  const field = screen.getByLabelText(/^Type “Dana Reyes”/);
  fireEvent.change(field, { target: { value: "Dana" } });
  expect(act).toHaveProperty("disabled", true);
  fireEvent.change(field, { target: { value: "Dana Reyes" } });
  fireEvent.click(act);
  await waitFor(() => expect(asked.map(({ body }) => body)).toEqual([{ name: "Dana Reyes" }]));
});

test("what is still asked of them is named, and nothing is erased", async () => {
  const open = [{ kind: "approval", projectKey: "ROS", number: 3, title: "Launch" }];
  fakeApi({
    "POST /contacts/dana/erase": new Refusal(422, { detail: "Something is still asked.", facts: { open } }),
  });
  renderPage(() => <EraseDialog person={dana} onClose={() => undefined} />);
  const field = await screen.findByLabelText(/^Type “Dana Reyes”/);
  fireEvent.change(field, { target: { value: "Dana Reyes" } });
  fireEvent.click(screen.getByRole("button", { name: "Erase for good" }));
  expect(await screen.findByText("ROS, decision 3: Launch")).toBeTruthy();
});

test("whoever was removed before stands in a list of their own", async () => {
  fakeApi({ "GET /former-contacts": { items: [dana], nextCursor: null } });
  renderPage(() => <FormerContacts />);
  fireEvent.click(await screen.findByRole("button", { name: "Erase Dana Reyes" }));
  expect(await screen.findByText("This cannot be undone.")).toBeTruthy();
});
