import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { type Asked, fakeApi } from "../testing/fake-api.ts";
import { acme, amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { OutboxPage } from "./outbox.page.tsx";

const mail = (id: string, more: object) => ({
  id,
  to: `${id}@example.test`,
  kind: "mention",
  subject: `Mail ${id}`,
  text: "What it says",
  state: "sent",
  tries: 1,
  lastError: null,
  createdAt: "2026-06-01T10:00:00Z",
  sentAt: "2026-06-01T10:00:05Z",
  bouncedAt: null,
  projectId: null,
  personId: null,
  ...more,
});

test("says what became of each mail, and why one failed", async () => {
  const failed = { state: "failed", sentAt: null, tries: 8, lastError: "550 no such mailbox" };
  const items = [
    mail("sam", {}),
    mail("jo", failed),
    mail("kim", { state: "queued", sentAt: null, tries: 2, lastError: "421 busy" }),
    mail("lou", { state: "outbox", sentAt: null, tries: 0 }),
  ];
  fakeApi({ "GET /mails": { items, nextCursor: null } });
  renderPage(OutboxPage, { me: { ...amara, mailConfigured: true } });
  expect(await screen.findByText(/^sent /)).toBeDefined();
  expect(screen.getByText(/^failed, written /)).toBeDefined();
  expect(screen.getByText("The mail server said: 550 no such mailbox")).toBeDefined();
  expect(screen.getByText("tried 2 times, tries again by itself")).toBeDefined();
  expect(screen.getByText(/^not sent, written /)).toBeDefined();
  expect(screen.queryByText("No mail server")).toBeNull();
  expect(screen.queryByRole("button", { name: "Show earlier mails" })).toBeNull();
});

test("what came back says so, and is sent again with one click", async () => {
  const back = mail("dana", { bouncedAt: "2026-06-02T08:00:00Z", projectId: acme.id });
  const asked = fakeApi({
    "GET /mails": { items: [back, mail("off", { state: "refused", sentAt: null })], nextCursor: null },
    "GET /projects": { items: [acme], nextCursor: null },
    "POST /mails/dana/send": { ...back, state: "queued", bouncedAt: null },
  });
  renderPage(OutboxPage, { me: { ...amara, mailConfigured: true } });
  expect(await screen.findByText(/^came back /)).toBeDefined();
  expect(screen.getByText(/The address does not take mails/)).toBeDefined();
  expect(screen.getByText(/switched such mails off/)).toBeDefined();
  expect(screen.getByText(`to dana@example.test · ${acme.name}`)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Send again" }));
  expect(await screen.findByText("The mail to dana@example.test is about to leave.")).toBeDefined();
  expect(asked.filter(({ method, path }) => method === "GET" && path === "/mails")).toHaveLength(2);
});

test("is narrowed by state, project and person, and the address says so", async () => {
  const asked = fakeApi({ "GET /mails": { items: [], nextCursor: null } });
  renderPage(OutboxPage, {
    at: `/settings/mail?state=failed&project=${acme.id}&person=p1`,
    path: "/settings/mail",
  });
  expect(await screen.findByText("No mail like that")).toBeDefined();
  const query = asked.find(({ path }) => path === "/mails")?.query;
  expect([query?.get("state"), query?.get("projectId"), query?.get("personId")]).toEqual([
    "failed",
    acme.id,
    "p1",
  ]);
});

test("shows earlier mails on wish", async () => {
  fakeApi({
    "GET /mails": ({ query }: Asked) =>
      query.get("cursor") === "m1"
        ? { items: [mail("old", {})], nextCursor: null }
        : { items: [mail("new", {})], nextCursor: "m1" },
  });
  renderPage(OutboxPage);
  fireEvent.click(await screen.findByRole("button", { name: "Show earlier mails" }));
  expect(await screen.findByText("Mail old")).toBeDefined();
  expect(screen.getByText("Mail new")).toBeDefined();
});

test("without mails and without a mail server it says what to do instead", async () => {
  fakeApi({ "GET /mails": { items: [], nextCursor: null } });
  renderPage(OutboxPage);
  expect(await screen.findByText("No mail yet")).toBeDefined();
  expect(screen.getByText("milepost user reset-password")).toBeDefined();
});
