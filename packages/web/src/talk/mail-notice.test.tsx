import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { renderPage } from "../testing/render-page.tsx";
import { MailNotice } from "./mail-notice.tsx";

const subject = { kind: "card", id: "one", projectId: "acme" } as const;
const PEOPLE = {
  items: [
    { id: "jo", name: "Jo", kind: "member" },
    { id: "dana", name: "Dana Reyes", kind: "contact" },
    { id: "lee", name: "Lee Wu", kind: "contact" },
  ],
};

function show(text: string, alreadyTold: string[] = []) {
  const asked = fakeApi({ "GET /mentionable": PEOPLE });
  renderPage(() => <MailNotice subject={subject} text={text} alreadyTold={alreadyTold} />);
  return asked;
}

it("says which of the client's people get a mail", async () => {
  show("@Dana Reyes and @Lee Wu, see @Jo's note");
  expect((await screen.findByRole("status")).textContent).toBe(
    "Dana Reyes and Lee Wu at the client will get a mail with this comment.",
  );
});

it("does not announce a second mail for a comment that is edited", async () => {
  show("@Dana Reyes and @Lee Wu", ["dana"]);
  expect((await screen.findByText(/^Lee Wu at the client/)).textContent).not.toContain("Dana");
});

it("says nothing where only the team is named", async () => {
  const asked = show("@Jo, please");
  await waitFor(() => expect(asked.map(({ path }) => path)).toContain("/mentionable"));
  expect(screen.queryByRole("status")).toBeNull();
});
