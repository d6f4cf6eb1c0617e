import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { aBoard, aCard } from "../testing/board.ts";
import { fakeApi } from "../testing/fake-api.ts";
import { acme, amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { CardActs } from "./card-acts-bar.tsx";

const card = aCard("k1", { number: 1 });

it.each([
  ["the project's lead", { ...amara, role: "member" as const }, acme, true],
  ["a member", { ...amara, role: "member" as const }, { ...acme, myRole: "member" as const }, false],
])("offers %s only what they may make of a card", async (_who, me, project, may) => {
  fakeApi({});
  const Shown = () => <CardActs board={aBoard([card])} card={card} detail={null} onGone={() => {}} />;
  renderPage(Shown, { me, project });
  fireEvent.click(await screen.findByRole("button", { name: "More for ACME-1" }));
  await screen.findByRole("menuitem", { name: "Archive" });
  expect(screen.queryByRole("menuitem", { name: "Make it a milestone" }) !== null).toBe(may);
});
