import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApi, Refusal } from "../testing/fake-api.ts";
import { amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { MemberList } from "./member-list.tsx";

const can = [...amara.can, "member.change"];
const jo = {
  personId: "0190-jo",
  name: "Jo",
  email: "jo@example.test",
  role: "member",
  title: "",
  zone: "UTC",
  country: null,
  joinedAt: "2026-01-01T00:00:00Z",
};

const choose = async (name: string, option: RegExp) => {
  fireEvent.click(await screen.findByRole("combobox", { name }));
  fireEvent.click(await screen.findByRole("option", { name: option, hidden: true }));
};

test("a role change says what it expects, and undo takes it back", async () => {
  const asked = fakeApi({ "GET /members": { items: [jo] }, "PATCH /members/0190-jo": jo });
  renderPage(MemberList, { me: { ...amara, can } });
  await choose("Role of Jo", /Admin/);
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => {
    const bodies = asked.filter(({ method }) => method === "PATCH").map(({ body }) => body);
    expect(bodies).toEqual([
      { role: "admin", expected: { role: "member" } },
      { role: "member", expected: { role: "admin" } },
    ]);
  });
});

test("a refused change says why and leaves the role as it was", async () => {
  const refusal = new Refusal(422, { title: "Not possible", detail: "A workspace needs an owner." });
  fakeApi({ "GET /members": { items: [{ ...jo, role: "owner" }] }, "PATCH /members/0190-jo": refusal });
  renderPage(MemberList, { me: { ...amara, can } });
  await choose("Role of Jo", /Guest/);
  expect(await screen.findByText("A workspace needs an owner.")).toBeDefined();
  const field = screen.getByRole("combobox", { name: "Role of Jo" });
  expect(field.getAttribute("value")).toMatch(/^Owner/);
});

test("who may not change roles sees them as words", async () => {
  fakeApi({ "GET /members": { items: [jo] } });
  renderPage(MemberList, { me: { ...amara, can: ["member.list"] } });
  expect(await screen.findByText("member")).toBeDefined();
  expect(screen.queryByRole("combobox", { name: "Role of Jo" })).toBeNull();
});

test("removing tells what would be left without owner and lead", async () => {
  const leads = [{ key: "ACME", name: "Acme site" }];
  const asked = fakeApi({
    "GET /members": { items: [jo] },
    "GET /members/0190-jo/work": { openCards: 12, openMilestones: 1, leads },
    "DELETE /members/0190-jo": () => undefined,
  });
  renderPage(MemberList, { me: { ...amara, can } });
  fireEvent.click(await screen.findByRole("button", { name: "Remove Jo" }));
  expect(
    await screen.findByText(/Acme site: without lead\. 12 open cards and 1 open milestone: without owner/),
  ).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Remove", hidden: true }));
  expect(await screen.findByText("Jo no longer works here.")).toBeDefined();
  expect(asked.some(({ method }) => method === "DELETE")).toBe(true);
});

test("an admin gives no role above their own and does not touch an owner", async () => {
  const olga = { ...jo, personId: "0190-olga", name: "Olga", role: "owner" };
  fakeApi({ "GET /members": { items: [jo, olga] } });
  renderPage(MemberList, { me: { ...amara, role: "admin", can } });
  fireEvent.click(await screen.findByRole("combobox", { name: "Role of Jo" }));
  expect(await screen.findByRole("option", { name: /^Admin/, hidden: true })).toBeDefined();
  expect(screen.queryByRole("option", { name: /^Owner/, hidden: true })).toBeNull();
  expect(screen.queryByRole("combobox", { name: "Role of Olga" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Remove Olga" })).toBeNull();
});
