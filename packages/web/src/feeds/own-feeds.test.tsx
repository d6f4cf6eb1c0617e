import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { OwnFeeds } from "./own-feeds.tsx";

const FEEDS = [
  { id: "own", project: null, withCards: true, createdAt: "2026-03-02T09:00:00Z" },
  { id: "acme", project: { ...acme }, withCards: false, createdAt: "2026-03-02T09:00:00Z" },
];

const fakes = () =>
  fakeApi({
    "GET /me/feeds": { items: FEEDS, nextCursor: null },
    "POST /me/feeds": { id: "new", url: "https://milepost.test/feeds/new.ics" },
    [`POST /projects/${acme.id}/feeds`]: { id: "new", url: "https://milepost.test/feeds/project.ics" },
    "POST /me/feeds/own/renew": { id: "new", url: "https://milepost.test/feeds/renewed.ics" },
    "DELETE /me/feeds/acme": () => undefined,
  });

test("an address is made and shown once, to copy or to open in a calendar", async () => {
  const asked = fakes();
  renderPage(() => <OwnFeeds />);
  fireEvent.click(await screen.findByRole("checkbox", { name: "Cards with a due date too" }));
  fireEvent.click(screen.getByRole("button", { name: "Make another address" }));
  expect(await screen.findByDisplayValue("https://milepost.test/feeds/new.ics")).toBeTruthy();
  expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ withCards: true });
  const open = screen.getByRole("link", { name: "Open in your calendar" });
  expect(open.getAttribute("href")).toBe("webcal://milepost.test/feeds/new.ics");
  fireEvent.click(screen.getByRole("button", { name: "Done" }));
  expect(screen.queryByDisplayValue(/feeds/)).toBeNull();
});

test("one is renewed and another ended, each after a question", async () => {
  const asked = fakes();
  renderPage(() => <OwnFeeds />);
  fireEvent.click(await screen.findByRole("button", { name: /^Renew the address: Yours in all projects/ }));
  expect(screen.getByText(/ends at once, and a new one is shown/)).toBeTruthy();
  expect(asked.every(({ method }) => method === "GET")).toBe(true);
  fireEvent.click(screen.getByRole("button", { name: "Renew it" }));
  expect(await screen.findByDisplayValue("https://milepost.test/feeds/renewed.ics")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: new RegExp(`^End the address: ${acme.name}`) }));
  fireEvent.click(screen.getByRole("button", { name: "End it" }));
  await waitFor(() => expect(asked.some(({ method }) => method === "DELETE")).toBe(true));
  expect(screen.queryByDisplayValue(/feeds/)).toBeNull();
});

test("on a project only its own are there", async () => {
  const asked = fakes();
  renderPage(() => <OwnFeeds project={{ id: acme.id, name: acme.name }} />);
  expect(await screen.findByRole("button", { name: /^End the address/ })).toBeTruthy();
  expect(screen.queryByText("Yours in all projects")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Make another address" }));
  expect(await screen.findByDisplayValue("https://milepost.test/feeds/project.ics")).toBeTruthy();
  expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ withCards: false });
});
