import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { AcceptanceSettings } from "./acceptance-settings.tsx";

const PATH = `PATCH /projects/${acme.id}`;
const AGREED = `GET /projects/${acme.id}/agreed-acceptance`;
const accept = { days: 10, otherwise: "accept" as const };

it("is off until somebody sets a window, and says that the client has to agree first", async () => {
  const asked = fakeApi({
    [AGREED]: { agreed: null },
    [PATH]: { ...acme, revision: 2, acceptance: accept },
  });
  renderPage(() => <AcceptanceSettings project={acme} />);
  await screen.findByText("The client has approved no plan yet, so there is no window.");
  fireEvent.click(screen.getByRole("switch", { name: /^Set a window for answers/ }));
  const sent = () => asked.filter(({ method }) => method === "PATCH").map(({ body }) => body);
  await waitFor(() => expect(sent()).toEqual([{ acceptance: { days: 10, otherwise: "escalate" } }]));
});

it("says what is agreed beside what is wished for, and refuses days that cannot be", async () => {
  const asked = fakeApi({
    [AGREED]: { agreed: { version: 2, approvedAt: "2026-06-12T09:00:00Z", acceptance: accept } },
    [PATH]: { ...acme, revision: 2 },
  });
  const project = { ...acme, acceptance: { days: 5, otherwise: "open" as const } };
  renderPage(() => <AcceptanceSettings project={project} />);
  await screen.findByText("Not agreed yet");
  screen.getByText(/^Plan version 2, approved .*: 10 working days, then: it counts as accepted/);
  const days = screen.getByRole("textbox", { name: "Working days to answer" });
  const save = screen.getByRole("button", { name: "Save the window" });
  fireEvent.change(days, { target: { value: "91" } });
  screen.getByText("Between 1 and 90 days.");
  expect(save).toHaveProperty("disabled", true);
  fireEvent.change(days, { target: { value: "15" } });
  fireEvent.click(save);
  const sent = () => asked.filter(({ method }) => method === "PATCH").map(({ body }) => body);
  await waitFor(() => expect(sent()).toEqual([{ acceptance: { days: 15, otherwise: "open" } }]));
});
