import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { renderPage } from "../testing/render-page.tsx";
import type { Moment } from "./moments.api.ts";
import { ReachedMoments } from "./reached-moments.tsx";

const moment: Moment = {
  milestoneId: "m2",
  ref: "ACME-M2",
  title: "Content ready",
  by: "Dana Reyes",
  reachedOn: "2026-05-06",
  agreedOn: "2026-05-08",
  before: { ref: "ACME-M1", title: "Brief agreed", on: "2026-04-20" },
  next: { ref: "ACME-M3", title: "Launch", on: "2026-06-12" },
  isLast: false,
  payment: { minor: 300_000, currency: "EUR" },
  mayThank: true,
};
const thanks = {
  milestoneId: "m2",
  state: "offered",
  words: "Hello Dana, thank you.",
  language: "en",
  readers: ["Dana Reyes"],
  leavesAt: "2026-05-06T10:05:00.000Z",
  sentAt: null,
  revision: 0,
};

test("the moment tells who and when, is seen once, and offers what comes next", async () => {
  const asked = fakeApi({
    "GET /projects/acme/moments": { items: [moment], nextCursor: null },
    "POST /milestones/m2/moment-seen": undefined,
    "GET /milestones/m2/thanks": thanks,
    "POST /milestones/m2/thanks": { ...thanks, state: "waiting", revision: 1 },
  });
  renderPage(() => <ReachedMoments projectId="acme" />);
  await screen.findByRole("heading", { name: "Content ready is reached" });
  screen.getByText(/^Accepted by Dana Reyes on Wed [^,]*, 2 days early\.$/);
  screen.getByRole("link", { name: "Invoice €3,000" });
  expect(screen.getByRole("link", { name: "Launch" }).getAttribute("href")).toBe("/m/ACME-M3");
  expect(asked.filter(({ method }) => method === "POST")).toEqual([]);
  await waitFor(() =>
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toContain("POST /milestones/m2/moment-seen"),
  );
  fireEvent.click(await screen.findByRole("button", { name: "Thank the client" }));
  const words = await screen.findByRole("textbox", { name: "Your words" });
  fireEvent.change(words, { target: { value: "Hello Dana, thank you. See you!" } });
  fireEvent.click(screen.getAllByRole("button", { name: "Thank the client" }).at(-1) ?? words);
  await waitFor(() =>
    expect(asked.find(({ method, path }) => method === "POST" && path.endsWith("thanks"))?.body).toEqual({
      words: "Hello Dana, thank you. See you!",
    }),
  );
  await screen.findByRole("button", { name: "Thank-you waits" });
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(screen.queryByText("Content ready is reached")).toBeNull();
});
