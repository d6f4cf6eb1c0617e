import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { type Asked, fakeApi, Refusal } from "../testing/fake-api.ts";
import { acme, amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { SwitchList } from "./switch-list.tsx";
import type { ReadySwitch } from "./switches.api.ts";

const at = `/projects/${acme.id}/switches`;
const off = { on: false, by: null, since: null, last: null } as const;
const ticked: ReadySwitch = { code: "items_done", days: null, ...off };
const blocked: ReadySwitch = { code: "blocked", days: 3, ...off };
const working: ReadySwitch = {
  code: "done_archived",
  days: 14,
  on: true,
  by: "Sam",
  since: "2026-03-02T09:00:00.000Z",
  last: { at: "2026-03-20T09:00:00.000Z", thing: { kind: "card", ref: "ACME-7", title: "Order the sign" } },
};

const put = (change: (body: { on: boolean; days: number | null }) => unknown) => (asked: Asked) =>
  // What this page sends.
  change(asked.body as { on: boolean; days: number | null });

it("says in sentences what is on, since when, by whom, and what it did last", async () => {
  fakeApi({ [`GET ${at}`]: { items: [ticked, working] } });
  renderPage(SwitchList, { path: "/p/$projectKey/routines", at: "/p/acme/routines" });
  const [first, second] = await screen.findAllByRole("listitem");
  expect(first?.textContent).toBe("When every line of a checklist is ticked, move the card to Done.");
  expect(second?.textContent).toMatch(/Switched on by Sam, .+ · Last acted .+: Order the sign/);
  expect(screen.getByRole("link", { name: "Order the sign" }).getAttribute("href")).toBe("/c/ACME-7");
  expect(screen.getByRole<HTMLInputElement>("switch", { name: /done for 14 days, archive it/ }).checked).toBe(
    true,
  );
});

it("switches on with the number that was typed, over what was seen", async () => {
  const asked = fakeApi({
    [`GET ${at}`]: { items: [blocked] },
    [`PUT ${at}/blocked`]: put(({ on, days }) => ({ items: [{ ...blocked, on, days }] })),
  });
  renderPage(SwitchList, { path: "/p/$projectKey/routines", at: "/p/acme/routines" });
  const days = await screen.findByRole("textbox", { name: "Number of working days" });
  fireEvent.change(days, { target: { value: "1" } });
  fireEvent.blur(days);
  expect(asked.filter(({ method }) => method === "PUT")).toEqual([]);
  fireEvent.click(screen.getByRole("switch", { name: /blocked for 1 working day, tell/ }));
  await waitFor(() =>
    expect(asked.find(({ method }) => method === "PUT")?.body).toEqual({
      on: true,
      days: 1,
      expected: { on: false, days: 3 },
    }),
  );
});

it("says what somebody else has set meanwhile, and shows it", async () => {
  let now: ReadySwitch = ticked;
  fakeApi({
    [`GET ${at}`]: () => ({ items: [now] }),
    [`PUT ${at}/items_done`]: () => {
      now = { ...ticked, on: true, by: "Sam", since: "2026-03-02T09:00:00.000Z" };
      return new Refusal(409, { title: "Conflict", detail: "Somebody else has set this switch meanwhile." });
    },
  });
  renderPage(SwitchList, { path: "/p/$projectKey/routines", at: "/p/acme/routines" });
  fireEvent.click(await screen.findByRole("switch"));
  expect(await screen.findByText(/Switched on by Sam/)).toBeTruthy();
});

it("is for reading to who does not lead", async () => {
  fakeApi({ [`GET ${at}`]: { items: [blocked] } });
  const project = { ...acme, myRole: "member" as const };
  const me = { ...amara, role: "member" as const };
  renderPage(SwitchList, { path: "/p/$projectKey/routines", at: "/p/acme/routines", me, project });
  const item = within(await screen.findByRole("listitem"));
  expect(item.getByRole<HTMLInputElement>("switch").disabled).toBe(true);
  expect(item.queryByRole("textbox")).toBeNull();
});
