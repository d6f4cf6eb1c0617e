import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { type Asked, fakeApi } from "../testing/fake-api.ts";
import { amara } from "../testing/people.ts";
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
