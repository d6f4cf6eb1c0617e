import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { renderPage } from "../testing/render-page.tsx";
import { SampleNotice } from "./sample-notice.tsx";
import { TOUR } from "./tour-parts.ts";
import { goTo } from "./tour-step.ts";

test("the sample project goes in one click, and one lands on the portfolio", async () => {
  const asked = fakeApi({
    "GET /sample": { project: { id: "p1", key: "S", name: "Sample" } },
    "DELETE /sample": () => undefined,
  });
  const { router } = renderPage(() => <SampleNotice projectId="p1" onOverview />);
  fireEvent.click(await screen.findByRole("button", { name: /Remove it/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/portfolio"));
  expect(asked.some(({ method, path }) => method === "DELETE" && path === "/sample")).toBe(true);
});

test("other projects say nothing", async () => {
  const asked = fakeApi({ "GET /sample": { project: { id: "p1", key: "S", name: "Sample" } } });
  renderPage(() => <SampleNotice projectId="another" onOverview />);
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(screen.queryByRole("button", { name: /Remove it/ })).toBeNull();
});

test("the tour shows one part after the other, each at its place, and ends when it is told to", async () => {
  fakeApi({ "GET /sample": { project: { id: "p1", key: "S", name: "Sample" } } });
  const { router } = renderPage(() => <SampleNotice projectId="p1" onOverview={false} />);
  goTo(TOUR.length - 1);
  const panel = await screen.findByRole("complementary", { name: "The guided tour" });
  expect(within(panel).queryByRole("button", { name: "Next" })).toBeNull();
  fireEvent.click(within(panel).getByText("End the tour"));
  await waitFor(() => expect(screen.queryByRole("complementary")).toBeNull());
  goTo(0);
  expect((await screen.findByRole("heading")).textContent).toBe(TOUR[0]?.title);
  fireEvent.click(screen.getByRole("button", { name: "Next" }));
  await waitFor(() => expect(router.state.location.pathname).toBe(`/p/s${TOUR[1]?.place.path}`));
});

test("each part of the tour has sentences and a place", () => {
  expect(TOUR.length).toBeGreaterThan(8);
  for (const { title, text, place } of TOUR) {
    expect([title, text, place.label].every((words) => words.length > 5)).toBe(true);
    expect(text).not.toContain("KEY");
    expect(place.path).toMatch(/^\/[a-z]/);
  }
});
