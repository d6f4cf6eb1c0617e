import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { type Asked, fakeApi, Refusal } from "../testing/fake-api.ts";
import { acme, amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { aTemplate, headOf } from "../testing/template.ts";
import { NewProjectScreen } from "./new-project-screen.tsx";

// Fields that grow wait for fonts, which happy-dom has none of.
Object.defineProperty(document, "fonts", { value: new EventTarget() });

const strategy = aTemplate("marketing-strategy");
const launch = aTemplate("product-launch");
const ours = aTemplate("website", { id: "0190-ours", builtIn: false, revision: 1 });
const START = "POST /projects/from-template";

afterEach(() => localStorage.clear());

const member = (personId: string, name: string, title = "") => ({ personId, name, title });

async function open(at = "/projects/new", replies: Record<string, unknown> = {}): Promise<Asked[]> {
  const asked = fakeApi({
    "GET /templates": { items: [ours, strategy, launch].map(headOf) },
    "GET /templates/marketing-strategy": strategy,
    "GET /templates/product-launch": launch,
    "GET /clients": { items: [{ id: "rosa", name: "Rosa Bakery" }] },
    "GET /members": { items: [member("amara", "Amara", "Strategist"), member("jo", "Jo")] },
    "GET /contacts": { items: [{ personId: "dana", clientId: "rosa", name: "Dana" }] },
    "POST /projects": { ...acme, key: "ROSA" },
    [START]: { project: { ...acme, key: "ROSA" }, warnings: [] },
    ...replies,
  });
  const { router } = renderPage(NewProjectScreen, { at, path: "/projects/new" });
  routers.push(router);
  await screen.findByText("Marketing strategy");
  return asked;
}
const routers: ReturnType<typeof renderPage>["router"][] = [];
const address = () => routers.at(-1)?.state.location.href;

const kind = (name: string) => fireEvent.click(screen.getByLabelText(name));
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label, { selector: "input, textarea" }), { target: { value } });
const create = () => fireEvent.click(screen.getByRole("button", { name: "Create project" }));
const sent = (asked: Asked[], path: string) =>
  asked.find((one) => one.method === "POST" && one.path === path)?.body;
const milestone = (title: string) =>
  within(screen.getByLabelText(`Keep “${title}”`).closest("li") ?? document.body);

test("a name is enough for an empty project", async () => {
  const asked = await open();
  type(/^Name/, "Rosa Bakery");
  create();
  await waitFor(() => expect(address()).toBe("/p/rosa"));
  expect(sent(asked, "/projects")).toEqual({
    name: "Rosa Bakery",
    key: "RB",
    clientId: null,
    outcome: "",
    startOn: null,
    dueOn: null,
  });
});

test("a template is kept, changed and dropped milestone by milestone, and each falls on its day", async () => {
  const asked = await open("/projects/new?template=marketing-strategy");
  await screen.findByRole("heading", { name: "Milestones" });
  type(/^Name/, "Rosa's strategy");
  const research = milestone("Research findings presented");
  expect(research.getByText(/Every later choice rests/)).toBeDefined();
  expect(research.getByText(/Done when: At least 8 customers/)).toBeDefined();
  expect(research.getByText(/Mar 27/)).toBeDefined();
  type("Working days for “Research findings presented”", "5");
  expect(research.getByText(/Mar 6/)).toBeDefined();
  type("Title of “Marketing strategy agreed”", "Direction signed");
  fireEvent.click(screen.getByLabelText("Keep “Marketing plan and budget approved”"));
  expect(screen.getByText(/^4 milestones, 16 cards; ends/)).toBeDefined();
  create();
  await waitFor(() => expect(address()).toBe("/p/rosa/roadmap"));
  expect(await screen.findByText(/Acme site: 4 milestones, 16 cards; ends .* Jun 5\./)).toBeDefined();
  const [first, second, third] = strategy.plan.milestones.filter(({ key }) => key !== "plan");
  expect(sent(asked, "/projects/from-template")).toMatchObject({
    templateId: "marketing-strategy",
    name: "Rosa's strategy",
    dates: { startOn: "2026-03-02" },
    people: [{ role: "strategist", personId: "amara" }],
    milestones: [
      { key: first?.key, days: 5 },
      { key: second?.key, title: "Direction signed" },
      { key: third?.key },
      { key: strategy.plan.milestones.at(-1)?.key },
    ],
  });
});

test("an end that asks for a past start says so and offers the one that can be met", async () => {
  await open("/projects/new?template=marketing-strategy");
  fireEvent.click(await screen.findByLabelText("End on"));
  type("End date", "2026-06-30");
  expect(screen.getByText(/would have had to start on .* Feb 11, 19 days ago/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: /^End on .* Jul 17$/ }));
  expect(screen.queryByText(/would have had to start/)).toBeNull();
  type("End date", "2026-08-01");
  expect(screen.getByText(/Aug 1 is a day off: it ends on .* Jul 31/)).toBeDefined();
});

test("an emptied date is asked for before anything is sent", async () => {
  const asked = await open("/projects/new?template=marketing-strategy");
  await screen.findByRole("heading", { name: "When" });
  type(/^Name/, "Rosa's strategy");
  type("Start date", "");
  const start = screen.getByLabelText("Start date");
  expect(start.getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByRole("status").textContent).toBe("Say on which day it starts.");
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Create project" }).disabled).toBe(true);
  type("Start date", "2026-04-01");
  create();
  await waitFor(() =>
    expect(sent(asked, "/projects/from-template")).toMatchObject({ dates: { startOn: "2026-04-01" } }),
  );
});

test("a template with a fixed date asks for that date", async () => {
  const asked = await open("/projects/new?template=product-launch");
  await screen.findByRole("heading", { name: "When" });
  type(/^Name/, "Launch");
  type("Launch day, date", "2026-07-01");
  expect(screen.getByText(/Launch day is .* Jul 1; what comes after it follows/)).toBeDefined();
  create();
  await waitFor(() =>
    expect(sent(asked, "/projects/from-template")).toMatchObject({ dates: { endOn: "2026-07-01" } }),
  );
});

test("what was said of a kind is there again after another kind and after a reload", async () => {
  await open("/projects/new?template=marketing-strategy");
  await screen.findByRole("heading", { name: "Milestones" });
  type(/^Name/, "Rosa's strategy");
  type("Title of “Marketing strategy agreed”", "Direction signed");
  kind("Something else: start empty");
  await waitFor(() => expect(screen.queryByRole("heading", { name: "Milestones" })).toBeNull());
  expect(address()).toBe("/projects/new");
  kind("Marketing strategy");
  const title = () => screen.findByLabelText<HTMLInputElement>("Title of “Marketing strategy agreed”");
  expect((await title()).value).toBe("Direction signed");
  document.body.replaceChildren();
  await open();
  expect((await title()).value).toBe("Direction signed");
  expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe("Rosa's strategy");
  fireEvent.click(screen.getByRole("button", { name: "Start over" }));
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe(""));
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe("Rosa's strategy"));
});

test("without a milestone there is nothing to start from, and nothing is sent", async () => {
  await open("/projects/new?template=marketing-strategy");
  await screen.findByRole("heading", { name: "Milestones" });
  for (const { title } of strategy.plan.milestones) fireEvent.click(screen.getByLabelText(`Keep “${title}”`));
  expect(screen.getByText("Keep at least one milestone.")).toBeDefined();
  expect(screen.getByRole("button", { name: "Create project" })).toHaveProperty("disabled", true);
});

test("roles say what follows when they stay open, the client's once there is a client", async () => {
  await open("/projects/new?template=marketing-strategy");
  expect(await screen.findByText(/leave 2 milestones without an owner;/)).toBeDefined();
  expect(screen.getByLabelText("Client approver", { selector: "input" })).toHaveProperty("disabled", true);
  fireEvent.click(screen.getByLabelText("Client", { selector: "input" }));
  fireEvent.click(await screen.findByText("Rosa Bakery"));
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLInputElement>("Client approver", { selector: "input" }).value).toBe(
      "Dana",
    ),
  );
});

test("a refusal is told beside the button, and everything that was typed stays", async () => {
  const taken = new Refusal(409, { title: "Taken", detail: "Another project has the key RS." });
  await open("/projects/new?template=marketing-strategy", { [START]: taken });
  await screen.findByRole("heading", { name: "Milestones" });
  type(/^Name/, "Rosa's strategy");
  create();
  expect(await screen.findByText(/Another project has the key RS/)).toBeDefined();
  expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe("Rosa's strategy");
  expect(address()).toContain("/projects/new");
});

test("a template that is gone leaves the rest of the page in use", async () => {
  const asked = await open("/projects/new?template=gone");
  expect(await screen.findByRole("alert")).toBeDefined();
  expect(screen.getByRole("button", { name: "Create project" })).toHaveProperty("disabled", true);
  kind("Something else: start empty");
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  type(/^Name/, "Rosa");
  create();
  await waitFor(() => expect(sent(asked, "/projects")).toBeDefined());
});

test("who may not start a project is told who can", async () => {
  fakeApi({ "GET /templates": { items: [] } });
  renderPage(NewProjectScreen, { at: "/projects/new", path: "/projects/new", me: { ...amara, can: [] } });
  expect(await screen.findByText(/An owner or admin starts projects/)).toBeDefined();
});

test("of many own templates the first are shown, the others on demand", async () => {
  const many = Array.from({ length: 12 }, (_each, n) => headOf({ ...ours, id: `own-${n}` }));
  const items = many.map((head, n) => ({ ...head, name: `Ours ${n}` }));
  await open("/projects/new", { "GET /templates": { items: [...items, headOf(strategy)] } });
  expect(screen.getAllByLabelText(/^Ours/)).toHaveLength(8);
  fireEvent.click(screen.getByRole("button", { name: "All 12" }));
  expect(screen.getAllByLabelText(/^Ours/)).toHaveLength(12);
});
