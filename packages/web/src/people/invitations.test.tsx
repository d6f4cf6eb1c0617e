import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { Invitations } from "./invitations.tsx";

const invitation = (more: object) => ({
  id: "i1",
  email: "nia@example.test",
  role: "member",
  projectIds: ["0190-acme"],
  invitedBy: null,
  state: "open",
  mail: "outbox",
  createdAt: "2026-06-01T10:00:00Z",
  expiresAt: "2026-06-08T10:00:00Z",
  ...more,
});
const mailing = { ...amara, mailConfigured: true };

test("without a mail server a link is made to hand over, and taking back says that it is void", async () => {
  const asked = fakeApi({
    "GET /invitations": { items: [invitation({})] },
    "POST /invitations/i1/link": {
      url: "https://milepost.test/invitation/x",
      expiresAt: "2026-06-08T10:00:00Z",
    },
    "DELETE /invitations/i1": () => undefined,
  });
  renderPage(Invitations);
  fireEvent.click(await screen.findByRole("button", { name: "Make a link for nia@example.test" }));
  expect(await screen.findByDisplayValue("https://milepost.test/invitation/x")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Take back the invitation to nia@example.test" }));
  expect(await screen.findByText(/is taken back: its link no longer opens/)).toBeDefined();
  expect(screen.queryByDisplayValue("https://milepost.test/invitation/x")).toBeNull();
  expect(asked.some(({ method }) => method === "DELETE")).toBe(true);
});

test("a mailed invitation is sent again with role and projects as they were", async () => {
  const asked = fakeApi({
    "GET /invitations": { items: [invitation({ mail: "sent" })] },
    "POST /invitations": invitation({ id: "i2", mail: "queued" }),
  });
  renderPage(Invitations, { me: mailing });
  expect(await screen.findByText(/^member, mailed, open until /)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Invite nia@example.test again" }));
  await waitFor(() =>
    expect(asked.find(({ method }) => method === "POST")?.body).toEqual({
      email: "nia@example.test",
      role: "member",
      projectIds: ["0190-acme"],
    }),
  );
});

test("an expired invitation says so, one whose mail failed offers a link", async () => {
  const items = [
    invitation({ state: "expired", mail: "sent" }),
    invitation({ id: "i3", email: "lou@example.test", mail: "failed" }),
  ];
  fakeApi({ "GET /invitations": { items } });
  renderPage(Invitations, { me: mailing });
  expect(await screen.findByText(/^member, expired on /)).toBeDefined();
  expect(screen.getByRole("button", { name: "Invite nia@example.test again" })).toBeDefined();
  expect(screen.getByRole("button", { name: "Make a link for lou@example.test" })).toBeDefined();
});
