import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { renderPage } from "../testing/render-page.tsx";
import { AskFirst } from "./ask-first.tsx";

const subject = { kind: "card", id: "one", projectId: "acme" } as const;
const PEOPLE = {
  items: [
    { id: "dana", name: "Dana", kind: "contact" },
    { id: "lee", name: "Lee Wu", kind: "contact" },
    { id: "dana-of-us", name: "Dana", kind: "member" },
  ],
};

function show(typed: string, moved: string[] = []) {
  fakeApi({ "GET /mentionable": PEOPLE });
  function Page() {
    const [text, setText] = useState(typed);
    const toClient = { label: "Write it in the client talk", run: () => moved.push(text) };
    return (
      <>
        <p data-testid="text">{text}</p>
        <AskFirst subject={subject} text={text} onChange={setText} toClient={toClient} />
      </>
    );
  }
  renderPage(Page);
}

it("asks what shall happen with somebody of the client, and leaves the name alone on wish", async () => {
  show("Ask @Lee Wu for it");
  expect(await screen.findByText(/^Lee Wu is at the client and does not see/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Only write the name, tell nobody" }));
  expect(screen.getByTestId("text").textContent).toBe("Ask Lee Wu for it");
  expect(screen.queryByRole("status")).toBeNull();
});

it("can say it to the client instead, with all that was typed", async () => {
  const moved: string[] = [];
  show("@Lee Wu, is it ready?", moved);
  fireEvent.click(await screen.findByRole("button", { name: "Write it in the client talk" }));
  expect(moved).toEqual(["@Lee Wu, is it ready?"]);
});

it("takes a name that both sides have for the team's", async () => {
  show("@Dana and @Lee Wu");
  expect((await screen.findByRole("status")).textContent).toMatch(/^Lee Wu is at the client/);
});
