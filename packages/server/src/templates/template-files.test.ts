import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";
import type { FilePart } from "./file-parts.ts";

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

test("what is asked of the client comes along; what cannot be read of it is named", async () => {
  const { template, ...head } = await file("website");
  const [brief, ...others] = template.milestones;
  const logo = { kind: "files", title: "Logo", why: "", questions: [], daysBefore: 5, roleKey: "approver" };
  const asking = (requests: object[]) => ({
    ...head,
    template: { ...template, milestones: [{ ...brief, requests }, ...others] },
  });
  const whole = await take(JSON.stringify(asking([logo])));
  expect(whole.body.leftOut).toEqual([]);
  expect(await file(whole.body.template.id)).toEqual(asking([logo]));
  const bad = [{ ...logo, kind: "money" }, { ...logo, roleKey: "lead" }, logo];
  const { body } = await take(JSON.stringify(asking(bad)));
  expect(await file(body.template.id)).toEqual(asking([{ ...logo, roleKey: null }, logo]));
  expect(body.leftOut).toMatchObject([
    { path: "milestones.0.requests.0", name: "Logo", taken: false, reasons: [{ path: "kind" }] },
    { path: "milestones.0.requests.1", name: "Logo", taken: true, reasons: [{ path: "roleKey" }] },
  ]);
});

test("rows that cannot be read are named, the rest is taken", async () => {
  const { template, ...head } = await file("website");
  const [brief, design, ...others] = template.milestones;
  const [kickOff, ...activities] = brief.activities;
  const broken = {
    ...template,
    milestones: [
      {
        ...brief,
        activities: [{ ...kickOff, low: 900 }, ...activities],
        ownerRole: "nobody",
        approverRole: "lead",
      },
      { ...design, title: "", startDay: "Monday" },
      ...others,
    ],
    links: [...template.links, { from: "live", to: "brief", kind: "FS", lagDays: 0 }],
    procedures: "none",
  };
  const { body, status } = await take(JSON.stringify({ ...head, template: broken }));
  expect(status).toBe(201);
  expect(body.template.milestones).toBe(5);
  const told: FilePart[] = [
    {
      path: "milestones.0.activities.0",
      name: kickOff.title,
      taken: false,
      reasons: [{ path: "", message: "An estimate goes from low over likely to high." }],
    },
    {
      path: "milestones.1",
      name: "",
      taken: false,
      reasons: [
        { path: "title", message: "Write at least one character." },
        { path: "startDay", message: "This is not a number." },
      ],
    },
    {
      path: "procedures",
      name: "",
      taken: false,
      reasons: [{ path: "", message: "This is not a list." }],
    },
    {
      path: "milestones.0",
      name: brief.title,
      taken: true,
      reasons: [
        { path: "ownerRole", message: "There is no “nobody” among the template's roles." },
        { path: "approverRole", message: "There is no “lead” among the template's roles of the client." },
      ],
    },
  ];
  expect(body.leftOut).toEqual(expect.arrayContaining(told));
  const kept = (await as(seed.jo).get(`/templates/${body.template.id}`)).body.plan;
  expect(kept.milestones[0]).toMatchObject({ key: "brief", ownerRole: null });
  expect(kept.milestones[0].activities).toHaveLength(activities.length);
});

test("a file of which nothing can be taken says what is wrong in it", async () => {
  const { template, ...head } = await file("website");
  const refusal = async (change: Record<string, unknown>) =>
    (await take(JSON.stringify({ ...head, template: { ...template, ...change } }))).body.facts.leftOut;
  expect(await refusal({ name: 7 })).toEqual([
    expect.objectContaining({ path: "", reasons: [{ path: "name", message: "This is not a text." }] }),
  ]);
  expect(await refusal({ milestones: [{ title: "Brief", key: "brief" }] })).toEqual([
    expect.objectContaining({
      path: "milestones.0",
      name: "Brief",
      taken: false,
      reasons: expect.arrayContaining([{ path: "why", message: "This is missing." }]),
    }),
  ]);
});

test("a link is called by what it joins", async () => {
  const { template, ...head } = await file("website");
  const back = { from: template.milestones[1].key, to: template.milestones[0].key, kind: "FS", lagDays: 0 };
  const links = [...template.links, back];
  const { body } = await take(JSON.stringify({ ...head, template: { ...template, links } }));
  expect(body.leftOut).toEqual([
    {
      path: `links.${links.length - 1}`,
      name: `${template.milestones[1].title} → ${template.milestones[0].title}`,
      taken: false,
      reasons: [{ path: "", message: "The milestones would wait for each other." }],
    },
  ]);
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
  expect(places.slice(0, 3)).toEqual([
    "milestones.0",
    "milestones.1.activities.0",
    "milestones.1.activities.1",
  ]);
  expect(places.slice(3)).toEqual(places.slice(3).filter((path: string) => path.startsWith("links.")));
  expect(body.leftOut).toContainEqual({
    path: "milestones.1.activities.1",
    name: second.title,
    taken: true,
    reasons: [{ path: "roleKey", message: "There is no “nobody” among the template's roles." }],
  });
});
