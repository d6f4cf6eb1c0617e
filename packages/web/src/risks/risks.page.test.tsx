import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import type { Risk } from "../lib/plan-query.ts";
import { fakeApi, Refusal } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { aPlan } from "../testing/plan.ts";
import { renderPage } from "../testing/render-page.tsx";
import { NEW_RISK } from "./risk-form.tsx";
import { RisksPage } from "./risks.page.tsx";

beforeEach(() => localStorage.clear());

const risk: Risk = {
  ...NEW_RISK,
  id: "r1",
  projectId: acme.id,
  title: "Legal review is slow",
  effectDays: 1,
  revision: 1,
};

function open(risks: Risk[], replies: Record<string, unknown> = {}) {
  cleanup();
  const plan = aPlan([], { risks });
  const asked = fakeApi({
    [`GET /projects/${acme.id}/plan`]: () => plan,
    [`GET /projects/${acme.id}/people`]: { items: [], nextCursor: null },
    [`POST /projects/${acme.id}/risks`]: risk,
    ...replies,
  });
  renderPage(RisksPage, { path: "/p/$projectKey/risks", at: "/p/acme/risks" });
  return { plan, writes: () => asked.filter(({ method }) => method !== "GET") };
}

const title = () => screen.findByRole("textbox", { name: /What could go wrong/ });

it("keeps a new risk that was left by accident until it is added", async () => {
  open([]);
  fireEvent.click(await screen.findByRole("button", { name: "Add a risk" }));
  fireEvent.change(await title(), { target: { value: "The printer is away" } });

  const { writes } = open([]);
  expect(await title()).toHaveProperty("value", "The printer is away");
  fireEvent.click(screen.getByRole("button", { name: "Add risk" }));
  await waitFor(() =>
    expect(writes()[0]?.body).toMatchObject({ title: "The printer is away", chance: 30, status: "open" }),
  );
  await waitFor(() => expect(localStorage.length).toBe(0));
});

it("sends only what was changed, and shows what somebody else saved meanwhile", async () => {
  const { plan, writes } = open([risk], {
    "PATCH /risks/r1": ({ headers }: { headers: Headers }) =>
      headers.get("if-match") === '"r2"' ? { ...risk, revision: 3 } : new Refusal(412, {}),
  });
  fireEvent.click(await screen.findByRole("button", { name: "Edit Legal review is slow" }));
  const form = within(await screen.findByRole("region", { name: "Save" }));
  fireEvent.change(form.getByRole("textbox", { name: "What is done about it" }), {
    target: { value: "Ask early" },
  });
  plan.risks = [{ ...risk, response: "Wait", chance: 60, revision: 2 }];
  fireEvent.click(form.getByRole("button", { name: "Save" }));
  await form.findByText("What is done about it: “Wait”");
  fireEvent.click(form.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(writes()).toHaveLength(2));
  for (const { body } of writes()) expect(body).toEqual({ response: "Ask early" });
});
