import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import type { ClientRequest } from "./client-requests.api.ts";
import { RequestLine } from "./request-line.tsx";

const request: ClientRequest = {
  id: "0190-photos",
  projectId: acme.id,
  number: 1,
  kind: "access",
  title: "Access",
  why: "",
  questions: [],
  dueOn: null,
  milestoneId: null,
  contactId: "0190-dana",
  contactName: "Dana",
  askedBy: null,
  askedAt: "2026-03-02T09:00:00.000Z",
  answeredAt: null,
  closedAt: null,
  state: "asked",
  sent: [],
  revision: 1,
};

const url = "https://milepost.test/r/once";
const may = { work: true, editPlan: true };

function fakes(handsOver: boolean) {
  const person = { personId: "0190-dana", name: "Dana", email: "", language: "en", role: "approver" };
  const access = { ...person, invitedBy: null, openedAt: null, sessions: 0, mail: null, handsOver };
  return fakeApi({
    [`GET /projects/${acme.id}/client-access`]: { level: "easy", viewLog: true, people: [access] },
    [`POST /client-requests/${request.id}/handed-over-link`]: { url },
  });
}

it("makes a link to what was asked where mail cannot carry it, and shows it once", async () => {
  fakes(true);
  renderPage(() => <RequestLine request={request} today="2026-03-03" may={may} />);
  fireEvent.click(await screen.findByRole("button", { name: "Make a link for Dana to answer Access" }));
  expect(await screen.findByDisplayValue(url)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Done" }));
  expect(screen.queryByDisplayValue(url)).toBeNull();
});

it("offers no link where mail arrives, and names who handed one over", async () => {
  const asked = fakes(false);
  const answer = { round: 1, words: "Call me", answers: [], files: [], returnedAt: null, returnedReason: "" };
  const sent = [
    { ...answer, sentAt: "2026-03-02T10:00:00.000Z", handedOverBy: "0190-sam", handedOverName: "Sam" },
  ];
  renderPage(() => <RequestLine request={{ ...request, sent }} today="2026-03-03" may={may} />);
  expect(await screen.findByText("Came by a link that Sam handed over.")).toBeTruthy();
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(screen.queryByRole("button", { name: /^Make a link/ })).toBeNull();
});
