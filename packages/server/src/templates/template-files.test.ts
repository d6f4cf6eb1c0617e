import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const { seed, as } = await testServer();

const take = (text: string) => as(seed.jo).post("/templates/imports", { text });
const file = async (id: string) => (await as(seed.jo).get(`/templates/${id}/file`)).body;

test("a file takes a template from one place to another, whole", async () => {
  const exported = await file("website");
  expect(exported).toMatchObject({ format: "milepost-template", version: 1 });
  const taken = await take(JSON.stringify(exported));
  expect(taken).toMatchObject({
    status: 201,
    body: { leftOut: [], template: { name: "Website", builtIn: false } },
  });
  expect(await file(taken.body.template.id)).toEqual(exported);
});

test.each([
  ["template-not-json", "{ not json"],
  ["not-a-template-file", '{"format":"trello"}'],
  ["not-a-template-file", "[]"],
  ["template-version-unknown", '{"format":"milepost-template","version":2,"template":{}}'],
  ["template-head-unreadable", '{"format":"milepost-template","version":1,"template":{}}'],
  ["template-without-milestones", '{"format":"milepost-template","version":1,"template":{"name":"Mine"}}'],
])("refuses by name: %s", async (code, text) => {
  expect(await take(text)).toMatchObject({ status: 422, body: { type: expect.stringContaining(code) } });
});

test("the file is called as the template is", async () => {
  const { headers } = await as(seed.jo).get("/templates/product-launch/file");
  expect(headers["content-disposition"]).toContain('filename="Product launch.milepost.json"');
});

test("rows that cannot be read are named, the rest is taken", async () => {
  const { template, ...head } = await file("website");
  const [brief, design, ...others] = template.milestones;
  const [kickOff, ...activities] = brief.activities;
  const broken = {
    ...template,
    milestones: [
      { ...brief, activities: [{ ...kickOff, low: 900 }, ...activities], ownerRole: "nobody" },
      { ...design, title: "" },
      ...others,
    ],
    links: [...template.links, { from: "live", to: "brief", kind: "FS", lagDays: 0 }],
    procedures: "none",
  };
  const { body, status } = await take(JSON.stringify({ ...head, template: broken }));
  expect(status).toBe(201);
  expect(body.template.milestones).toBe(5);
  expect(body.leftOut.map(({ path }: { path: string }) => path)).toEqual(
    expect.arrayContaining([
      "milestones.0.activities.0",
      "milestones.1",
      "procedures",
      "milestones.0.ownerRole",
      "links.0",
    ]),
  );
  const kept = (await as(seed.jo).get(`/templates/${body.template.id}`)).body.plan;
  expect(kept.milestones[0]).toMatchObject({ key: "brief", ownerRole: null });
  expect(kept.milestones[0].activities).toHaveLength(activities.length);
});

test("what points at nothing is told by its place in the file, whatever was left out before it", async () => {
  const { template, ...head } = await file("website");
  const [brief, design, ...others] = template.milestones;
  const [first, second] = design.activities;
  const milestones = [
    { ...brief, title: "" },
    {
      ...design,
      activities: [
        { ...first, low: 900 },
        { ...second, roleKey: "nobody" },
      ],
    },
    ...others,
  ];
  const { body } = await take(JSON.stringify({ ...head, template: { ...template, milestones } }));
  const places = body.leftOut.map(({ path }: { path: string }) => path);
  expect(places).toEqual(expect.arrayContaining(["milestones.0", "milestones.1.activities.0"]));
  expect(places).toContain("milestones.1.activities.1.roleKey");
});
