import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { type Asked, fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { ReportPage } from "./report.page.tsx";
import type { Report, ReportState, ReportText } from "./reports.api.ts";

const AT = `/projects/${acme.id}`;

const STATE: ReportState = {
  publication: { n: 3, on: "2026-05-04", days: 30, isOld: true },
  contacts: [
    { id: "dana", name: "Dana", role: "approver", language: "de" },
    { id: "lee", name: "Lee", role: "observer", language: "en" },
  ],
  schedule: null,
  resting: null,
  zone: "Europe/Berlin",
};

const TEXT: ReportText = {
  title: "Status report: Acme",
  dated: "As of Tue 2 Jun",
  age: "",
  state: "On track",
  headline: "On the road to Content, Fri 12 Jun.",
  standing: "1 of 2 milestones reached.",
  road: {
    heading: "The road",
    head: { baseline: "Agreed", expected: null },
    rows: [
      {
        id: "m2",
        name: "M2 Content",
        state: "On track",
        isReached: false,
        baseline: "Fri 5 Jun",
        date: "Fri 12 Jun",
        expected: "",
      },
    ],
    more: "",
  },
  sections: [{ heading: "What changed", lines: ["Legal review took longer.", "M2: 5 → 12 Jun."] }],
  table: { heading: "All milestones", head: [], rows: [] },
};

const REPORT: Report = {
  id: "r1",
  projectId: acme.id,
  n: 1,
  onDate: "2026-05-04",
  publication: 2,
  by: null,
  at: "2026-05-04T06:00:00.000Z",
  hash: "a".repeat(64),
  readers: [{ id: "lee", name: "Lee", mail: "failed" }],
};

async function open(state: ReportState): Promise<Asked[]> {
  const asked = fakeApi({
    [`GET ${AT}/report-state`]: state,
    [`GET ${AT}/reports`]: { items: [REPORT] },
    [`GET ${AT}/report-preview`]: { language: "de", text: TEXT },
    [`POST ${AT}/reports`]: { ...REPORT, n: 2 },
    [`PUT ${AT}/report-schedule`]: state,
  });
  const project = { ...acme, clientId: "rosa" };
  renderPage(ReportPage, { at: "/p/acme/report", path: "/p/$projectKey/report", project });
  await screen.findByRole("heading", { name: "Status report" });
  return asked;
}

it("asks to publish first where the client reads nothing yet", async () => {
  await open({ ...STATE, publication: null });
  expect(await screen.findByText("Publish once to get a report")).toBeTruthy();
  expect(screen.queryByText("Make it now")).toBeNull();
});

it("shows what its readers get, says how old the plan is, and sends it only when asked twice", async () => {
  const asked = await open(STATE);
  expect(await screen.findByText("On the road to Content, Fri 12 Jun.")).toBeTruthy();
  expect(screen.getByText(/That is 30 days ago/)).toBeTruthy();
  expect(screen.getByText("On track · Fri 12 Jun · Agreed: Fri 5 Jun")).toBeTruthy();
  fireEvent.click(screen.getByRole("radio", { name: "English" }));
  fireEvent.click((await screen.findAllByRole("checkbox", { name: "Lee, observer" }))[0] as HTMLElement);
  fireEvent.click(screen.getByRole("button", { name: "Make and send the report" }));
  expect(asked.some(({ method }) => method === "POST")).toBe(false);
  fireEvent.click(await screen.findByRole("button", { name: "Yes, make it" }));
  await screen.findByRole("button", { name: "Make and send the report" });
  expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ personIds: ["dana"], last: 1 });
});

it("lists what was made with whom it reached, on paper too", async () => {
  await open(STATE);
  expect(
    await screen.findByText(/Made by itself from plan 2\. Mailed to Lee \(did not arrive\)\./),
  ).toBeTruthy();
  const paper = screen.getByRole("link", { name: "PDF, Letter: report 1" });
  expect(paper.getAttribute("href")).toMatch(/\/report\/1\/letter\.pdf\?as=client$/);
});

it("is made every month on a day and time of the workspace", async () => {
  const asked = await open(STATE);
  const time = await screen.findByLabelText(/Time/);
  fireEvent.change(time, { target: { value: "07:30" } });
  fireEvent.click(screen.getByRole("button", { name: "Make one every month" }));
  await expect
    .poll(() => asked.find(({ method }) => method === "PUT")?.body)
    .toEqual({
      dayOfMonth: 1,
      atMinutes: 450,
      personIds: ["dana", "lee"],
      seen: null,
    });
});
