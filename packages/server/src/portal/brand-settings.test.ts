import { expect, test } from "vitest";
import { PDF, PNG, upload } from "../testing/multipart.ts";
import { browser, seedContacts, signedIn } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const { dana } = await seedContacts(server);
const amara = as(seed.amara);
const place = "/workspaces/current/brand";
const page = async () => (await (await signedIn(server, dana)).get("/portal/birch/acme")).body;
const send = (bytes: Buffer, name = "logo.png", person = seed.amara) =>
  upload(server, person, { path: `${place}/logo`, name, bytes });

test("an accent colours the pages of clients, corrected so that it can be read", async () => {
  const { revision } = (await amara.get(place)).body;
  const light = (await amara.get(`${place}-accents?accent=%23ffee00`)).body;
  const changed = await amara.patch(place, { accent: "#ffee00" }, { "if-match": `"r${revision}"` });
  expect(changed.body).toMatchObject({ accent: "#ffee00", senderName: "", accents: light });
  expect(light.light).not.toBe("#FFEE00");
  expect(await page()).toContain(`--brand:${light.light}`);
  expect((await amara.patch(place, { accent: null }, { "if-match": `"r${revision}"` })).status).toBe(412);
  expect((await amara.patch(place, { accent: "red;}" }, { "if-match": '"r9"' })).status).toBe(400);
  expect((await as(seed.jo).patch(place, { accent: null }, { "if-match": '"r9"' })).status).toBe(403);
});

test("a logo stands on the pages, and its address gives away nothing else", async () => {
  const { status, body } = await send(PNG);
  expect([status, body.logo]).toEqual([201, expect.stringMatching(/^[0-9a-f]{64}$/)]);
  const address = `/brand/birch/${body.logo}`;
  expect(await page()).toContain(`src="${address}"`);
  const found = await browser(server).get(address);
  expect([found.status, found.headers]).toMatchObject([
    200,
    {
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
      "cache-control": expect.stringContaining("immutable"),
    },
  ]);
  const file = await upload(server, seed.sam, {
    fields: { subjectKind: "project", subjectId: seed.acme.id },
    bytes: PDF,
  });
  const [{ sha256 }] = file.body.versions;
  for (const other of [
    `/brand/other/${body.logo}`,
    `/brand/birch/${sha256}`,
    `/brand/birch/${body.logo.slice(0, 16)}`,
    "/brand/birch/x",
  ])
    expect((await browser(server).get(other)).status, other).toBe(404);
  expect((await amara.delete(`${place}/logo`)).body.logo).toBeNull();
  expect((await browser(server).get(address)).status).toBe(404);
});

test("what is no small picture is refused, whatever it is called", async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
  for (const bytes of [svg, PDF, Buffer.concat([PNG, Buffer.alloc(200 * 1024)])])
    expect((await send(bytes)).status).toBe(400);
  expect((await send(PNG, "logo.png", seed.jo)).status).toBe(403);
  expect((await amara.get(place)).body.logo).toBeNull();
});
