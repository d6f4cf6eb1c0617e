import { fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { aPlan } from "../testing/plan.ts";
import { renderPage } from "../testing/render-page.tsx";
import { aTemplate, headOf } from "../testing/template.ts";
import { AssistantKinds } from "./assistant-kinds.tsx";

const strategy = aTemplate("marketing-strategy");
const plan = aPlan([]);
const ADD = `/projects/${acme.id}/plan/from-template`;

afterEach(() => localStorage.clear());

test("a kind of work without its day is not added: the form asks for it", async () => {
  const asked = fakeApi({
    "GET /templates": { items: [headOf(strategy)] },
    "GET /templates/marketing-strategy": strategy,
    "GET /members": { items: [] },
    [`GET /projects/${acme.id}/people`]: { items: [] },
    [`GET /projects/${acme.id}/plan`]: plan,
    [`POST ${ADD}`]: { milestones: [], cardIds: [], objectiveIds: [], warnings: [] },
  });
  renderPage(() => <AssistantKinds plan={plan} />);
  fireEvent.click(await screen.findByLabelText("Marketing strategy"));
  const start = await screen.findByLabelText("Start date");
  const add = screen.getByRole<HTMLButtonElement>("button", { name: "Add 5 milestones" });
  fireEvent.change(start, { target: { value: "" } });
  expect(start.getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByRole("status").textContent).toBe("Say on which day it starts.");
  expect(add.disabled).toBe(true);
  fireEvent.change(start, { target: { value: "2026-04-01" } });
  expect(screen.queryByRole("status")).toBeNull();
  fireEvent.click(add);
  await waitFor(() =>
    expect(asked.find(({ path, method }) => path === ADD && method === "POST")?.body).toMatchObject({
      dates: { startOn: "2026-04-01" },
    }),
  );
});
