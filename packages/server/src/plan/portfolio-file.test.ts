import Papa from "papaparse";
import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const { amara, sam, jo, gil } = seed;

await as(sam).patch(`/projects/${seed.acme.id}`, { name: "=HYPERLINK(1)" }, { "if-match": '"r1"' });
await as(sam).post(`/projects/${seed.acme.id}/milestones`, { title: "Brief agreed", targetOn: "2026-02-20" });
await as(amara).post(`/projects/${seed.baker.id}/milestones`, {
  title: "Ovens, all",
  targetOn: "2026-12-18",
});

const rows = async (query: string, person = amara) => {
  const { body } = await as(person).get(`/portfolio/file?format=csv${query}`);
  return Papa.parse<Record<string, string>>(body, { header: true, skipEmptyLines: true }).data;
};

test("one line a project, the one that needs somebody first, and no cell is a formula", async () => {
  const all = await rows("");
  expect(all.map(({ key }) => key)).toEqual(["ACME", "BAKER"]);
  expect(all[0]).toMatchObject({
    project: "'=HYPERLINK(1)",
    client: "ACME client",
    lead: "Sam",
    health: "Off track",
    needs_you: "yes",
    milestones: "1",
    next_milestone: "Brief agreed",
    next_on: "2026-02-20",
    working_days_later_than_baseline: "",
  });
  expect(all[0]?.why).toMatch(/^Brief agreed: \d+ days past its date/);
  expect(all[1]).toMatchObject({ health: "Not enough data", next_milestone: "Ovens, all", needs_you: "no" });
});

test("keys choose among the projects that somebody sees, and no others", async () => {
  expect((await rows("&keys=baker")).map(({ key }) => key)).toEqual(["BAKER"]);
  expect((await rows("&keys=ACME,BAKER", jo)).map(({ key }) => key)).toEqual(["ACME"]);
  expect(await rows("&keys=NONE")).toEqual([]);
});

test("the same on paper, whole or grouped or empty", async () => {
  const paper = (query: string) =>
    server.app.inject({
      url: `/api/v1/portfolio/file?format=pdf${query}`,
      headers: { cookie: amara.cookie },
    });
  for (const query of ["", "&group=client", "&group=lead", "&group=health", "&keys=NONE"]) {
    const { statusCode, headers, rawPayload } = await paper(query);
    expect([query, statusCode, headers["content-type"]]).toEqual([query, 200, "application/pdf"]);
    expect(rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
    expect(headers["content-disposition"]).toMatch(/^attachment; filename="portfolio-\d{4}-\d\d-\d\d\.pdf"$/);
  }
  expect((await as(gil).get("/portfolio/file?format=csv")).status).toBe(403);
});
