import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { ProjectContacts } from "./project-contacts.tsx";

const path = `/projects/${acme.id}`;
const dana = {
  personId: "dana",
  name: "Dana Reyes",
  email: "dana@client.test",
  language: "de",
  role: "approver",
  invitedBy: null,
  openedAt: null,
  sessions: 2,
  mail: null,
  handsOver: false,
  hasFeed: false,
};

function fakes(person: object = {}, access: object = {}) {
  return fakeApi({
    "GET /contacts": { items: [{ ...dana, clientId: "c1", zone: "UTC", revision: 1 }] },
    [`GET ${path}/people`]: { items: [{ id: "dana", name: dana.name, kind: "contact", role: "approver" }] },
    [`GET ${path}/client-access`]: {
      level: "easy",
      viewLog: true,
      people: [{ ...dana, ...person }],
      ...access,
    },
    [`GET ${path}/portal-views`]: {
      items: [
        {
          id: "v",
          personId: "dana",
          name: dana.name,
          page: "plan",
          fetchedAt: "2026-03-02T09:00:00Z",
          seenAt: null,
        },
      ],
      nextCursor: null,
    },
    [`POST ${path}/contacts/dana/link`]: () => undefined,
    [`POST ${path}/contacts/dana/handed-over-link`]: { url: "https://milepost.test/h/once", expiresAt: "" },
    [`DELETE ${path}/contacts/dana/access`]: () => undefined,
    [`DELETE ${path}/contacts/dana/feed`]: () => undefined,
  });
}

const show = () => renderPage(() => <ProjectContacts projectId={acme.id} clientId="c1" />);

test("one of the client's people is mailed their link, and all that they have is ended after a question", async () => {
  const asked = fakes();
  show();
  expect(await screen.findByText("Reads German, not opened yet, signed in on 2 devices")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Send their link to Dana Reyes" }));
  fireEvent.click(screen.getByRole("button", { name: "Revoke links and sessions of Dana Reyes" }));
  expect(asked.filter(({ method }) => method === "DELETE")).toEqual([]);
  fireEvent.click(await screen.findByRole("button", { name: "End them" }));
  await waitFor(() =>
    expect(asked.filter(({ method }) => method !== "GET").map(({ method }) => method)).toEqual([
      "POST",
      "DELETE",
    ]),
  );
});

test("the calendar of one of them is ended alone, after a question", async () => {
  const asked = fakes({ hasFeed: true });
  show();
  expect(await screen.findByText(/their calendar reads along/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "End the calendar feed of Dana Reyes" }));
  expect(screen.getByText(/They can make another one/)).toBeTruthy();
  expect(asked.filter(({ method }) => method === "DELETE")).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "End it" }));
  await waitFor(() =>
    expect(asked.find(({ method }) => method === "DELETE")?.path).toMatch(/contacts\/dana\/feed$/),
  );
});

test("where mail does not arrive a link is shown once", async () => {
  fakes({ handsOver: true, mail: { state: "failed", at: "2026-03-02T09:00:00Z" } });
  show();
  fireEvent.click(await screen.findByRole("button", { name: "Make a link for Dana Reyes" }));
  const link = await screen.findByDisplayValue("https://milepost.test/h/once");
  expect(link).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Done" }));
  expect(screen.queryByDisplayValue("https://milepost.test/h/once")).toBeNull();
});

test("the log says what was seen and what was only fetched, or that there is none", async () => {
  fakes();
  const { unmount } = show();
  expect(await screen.findByText(/^fetched .* not seen$/)).toBeTruthy();
  expect(screen.getByText("Plan")).toBeTruthy();
  unmount();
  fakes({}, { viewLog: false });
  show();
  expect(await screen.findByText(/keeps no log/)).toBeTruthy();
});
