import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApi, Refusal } from "../testing/fake-api.ts";
import { renderPage } from "../testing/render-page.tsx";
import { portfolio, road } from "../testing/roads.ts";
import { PortfolioPage } from "./portfolio.page.tsx";

const PROJECTS = ["Acme", "Baker", "Cake", "Delta"].map((name) => road(name));
const LATE = {
  id: "v1",
  place: "portfolio",
  projectId: null,
  name: "Late ones",
  search: "health=off_track",
  shared: false,
  by: { id: "p1", name: "Amara" },
  mayEdit: true,
  revision: 3,
};
const OURS = { ...LATE, id: "v2", name: "Silent", search: "only=silent", shared: true, mayEdit: false };

const show = (at: string) => renderPage(PortfolioPage, { at, path: "/portfolio" });

test("a kept view is one click away, and what is open is marked", async () => {
  fakeApi({ "GET /portfolio": portfolio(PROJECTS), "GET /saved-views": { items: [LATE, OURS] } });
  const { router } = show("/portfolio");
  const views = within(await screen.findByRole("navigation", { name: "Views" }));
  expect(views.getByRole("link", { name: "All projects" }).getAttribute("aria-current")).toBe("page");
  fireEvent.click(views.getByRole("link", { name: "Late ones" }));
  await waitFor(() => expect(router.state.location.search).toEqual({ health: "off_track" }));
  await waitFor(() =>
    expect(views.getByRole("link", { name: "Late ones" }).getAttribute("aria-current")).toBe("page"),
  );
  expect(views.queryByRole("button", { name: "Save this view" })).toBeNull();
  expect(views.queryByRole("button", { name: "Change the view Silent" })).toBeNull();
});

test("what is filtered is kept under a name; a name that is taken is said beside what was typed", async () => {
  let refuses = true;
  const asked = fakeApi({
    "GET /portfolio": portfolio(PROJECTS),
    "GET /saved-views": { items: [] },
    "POST /saved-views": () => {
      if (!refuses) return { ...LATE, id: "v3" };
      refuses = false;
      return new Refusal(422, { title: "Not possible", detail: "There is a view called “Mine” already." });
    },
  });
  show("/portfolio?q=acme");
  fireEvent.click(await screen.findByRole("button", { name: "Save this view" }));
  fireEvent.change(await screen.findByLabelText(/^Name/), { target: { value: " Mine " } });
  fireEvent.click(screen.getByLabelText("Everybody in the team finds it"));
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("There is a view called “Mine” already.")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const sent = asked.filter(({ method }) => method === "POST").map(({ body }) => body);
  expect(sent.at(-1)).toEqual({ place: "portfolio", name: "Mine", search: "q=acme", shared: true });
});

test("a view is shared over the revision that was seen, and comes back after it was removed", async () => {
  const asked = fakeApi({
    "GET /portfolio": portfolio(PROJECTS),
    "GET /saved-views": { items: [LATE] },
    "PATCH /saved-views/v1": { ...LATE, shared: true },
    "DELETE /saved-views/v1": () => undefined,
    "POST /saved-views": LATE,
  });
  show("/portfolio");
  const menu = async () =>
    fireEvent.click(await screen.findByRole("button", { name: "Change the view Late ones" }));
  await menu();
  fireEvent.click(await screen.findByRole("menuitem", { name: "Share it with the team" }));
  await waitFor(() => expect(asked.some(({ method }) => method === "PATCH")).toBe(true));
  const patch = asked.find(({ method }) => method === "PATCH");
  expect(patch?.body).toEqual({ shared: true });
  expect(patch?.headers.get("if-match")).toBe('"r3"');
  await menu();
  fireEvent.click(await screen.findByRole("menuitem", { name: "Remove" }));
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(asked.some(({ method }) => method === "POST")).toBe(true));
  expect(asked.find(({ method }) => method === "POST")?.body).toEqual({
    place: "portfolio",
    name: "Late ones",
    search: "health=off_track",
    shared: false,
  });
});

test("a file holds what the page shows, in its groups", async () => {
  fakeApi({ "GET /portfolio": portfolio(PROJECTS), "GET /saved-views": { items: [] } });
  show("/portfolio?q=acme&group=client");
  fireEvent.click(await screen.findByRole("button", { name: "Export" }));
  const paper = await screen.findByRole("menuitem", { name: "Paper (PDF)" });
  expect(paper.getAttribute("href")).toBe("/api/v1/portfolio/file?format=pdf&keys=ACME&group=client");
});
