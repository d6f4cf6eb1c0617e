import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { acme, amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { ProjectMailsPage } from "./project-mails.page.tsx";

const incoming = (id: string, more: object) => ({
  id,
  from: "dana@client.test",
  subject: `Re: ${id}`,
  text: "Words",
  state: "comment",
  reason: "",
  mailId: "m1",
  commentId: "c1",
  at: "2026-06-01T10:00:00Z",
  ...more,
});
const where = { at: "/p/acme/mail", path: "/p/$projectKey/mail" };

test("whoever manages a project sees what left, and what came in and why it was not posted", async () => {
  fakeApi({
    [`GET /projects/${acme.id}/mails`]: { items: [], nextCursor: null },
    [`GET /projects/${acme.id}/incoming-mails`]: {
      items: [
        incoming("plan", {}),
        incoming("strange", { state: "unknown", commentId: null, reason: "It came from another address." }),
      ],
      nextCursor: null,
    },
  });
  renderPage(ProjectMailsPage, where);
  expect(await screen.findByText("became a comment")).toBeDefined();
  expect(screen.getByText("not posted: the sender is not known")).toBeDefined();
  expect(screen.getByText("It came from another address.")).toBeDefined();
  expect(await screen.findByText("No mail yet")).toBeDefined();
});

test("others are told who does", async () => {
  fakeApi({});
  const jo = { ...amara, role: "member" as const };
  renderPage(ProjectMailsPage, { ...where, me: jo, project: { ...acme, myRole: "member" } });
  expect(await screen.findByText(/Whoever leads the project/)).toBeDefined();
});
