import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { Groups } from "./groups.tsx";

const me = { ...amara, can: [...amara.can, "group.edit"] };
const members = { items: [{ personId: "0190-jo", name: "Jo" }] };
const designers = { id: "0190-g", name: "designers", personIds: ["0190-jo"], revision: 3 };

test("a deleted group is made again by undo, with the same people", async () => {
  const asked = fakeApi({
    "GET /members": members,
    "GET /groups": { items: [designers] },
    "DELETE /groups/0190-g": () => undefined,
    "POST /groups": designers,
  });
  renderPage(Groups, { me });
  expect(await screen.findByText("@designers")).toBeDefined();
  expect(await screen.findByText("Jo")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Delete group designers" }));
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() =>
    expect(asked.filter(({ method }) => method === "POST").map(({ body }) => body)).toEqual([
      { name: "designers", personIds: ["0190-jo"] },
    ]),
  );
});

test("who may not edit groups reads them", async () => {
  fakeApi({ "GET /members": members, "GET /groups": { items: [designers] } });
  renderPage(Groups, { me: amara });
  expect(await screen.findByText("@designers")).toBeDefined();
  expect(screen.queryByRole("button", { name: /group/ })).toBeNull();
});
