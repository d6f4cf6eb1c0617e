import { expect, test } from "vitest";
import { askingAcme, shownHash } from "../testing/approvals.ts";
import { PNG, upload } from "../testing/multipart.ts";
import { browser, seedContacts } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const sam = as(seed.sam);
const people = await seedContacts(server);
const { dana } = people;
const { activeMilestone, askWhetherDone, linkOf, easy } = askingAcme(server, sam, people);
await easy();

/** A picture twice as wide as it is high. */
function wide(): Buffer {
  const bytes = Buffer.from(PNG);
  bytes.writeUInt32BE(800, 16);
  bytes.writeUInt32BE(400, 20);
  return bytes;
}

const milestoneId = await activeMilestone("Home page");
const fields = { subjectKind: "milestone", subjectId: milestoneId, audience: "client" };
const files: string[] = [];
for (const [name, bytes] of [
  ["brief.txt", "words"],
  ["home.png", wide()],
] as const)
  files.push((await upload(server, seed.sam, { fields, name, bytes })).body.id);
const { id, hash } = (await askWhetherDone(milestoneId, { fileIds: files })).body;
const link = await linkOf(id, dana.id);
const changes = `${link}/changes`;
const phone = browser(server);

/** The points as the form carries them, with where each is drawn. */
function pinsIn(body: string) {
  return {
    keys: [...body.matchAll(/name="pin" value="([^"]+)"/g)].map(([, key]) => key),
    words: [...body.matchAll(/name="pin-words"[^>]*value="([^"]*)"/g)].map(([, words]) => words),
    dots: [...body.matchAll(/class="dot" style="([^"]+)"/g)].map(([, style]) => style),
  };
}

test("a tap is a point in per cent of the picture, whatever width it has on this screen, and nothing typed is lost", async () => {
  const { body } = await phone.get(changes);
  expect(body.match(/type="image"/g)).toHaveLength(3);
  expect(body).toContain('width="328" height="164"');
  const typed = { hash, words: "Almost", pin: [] as string[], "pin-words": [] as string[] };
  const first = await phone.post(changes, { ...typed, "pin-1-328.x": "82", "pin-1-328.y": "123" });
  expect([first.status, first.body.includes(">Almost</textarea>")]).toEqual([200, true]);
  expect(pinsIn(first.body)).toEqual({ keys: ["1,25,75"], words: [""], dots: ["left:25%;top:75%"] });
  const second = await phone.post(changes, {
    ...typed,
    pin: "1,25,75",
    "pin-words": "Too dark",
    "pin-1-600.x": "600",
    "pin-1-600.y": "1",
  });
  expect(pinsIn(second.body)).toMatchObject({ keys: ["1,25,75", "1,100,0.3"], words: ["Too dark", ""] });
});

test("a point that was set by key stands in the middle; one can be removed with its own words alone", async () => {
  const both = { pin: ["1,25,75", "1,10,20"], "pin-words": ["Too dark", "Too small"] };
  const byKey = await phone.post(changes, { hash, ...both, "pin-1-272.x": "0", "pin-1-272.y": "0" });
  expect(pinsIn(byKey.body).keys).toEqual(["1,25,75", "1,10,20", "1,50,50"]);
  const less = await phone.post(changes, { hash, ...both, "drop-pin": "1" });
  expect(pinsIn(less.body)).toMatchObject({ keys: ["1,10,20"], words: ["Too small"] });
});

test("no more than twenty points are kept, and none that is not on the picture", async () => {
  const many = Array.from({ length: 20 }, (_, n) => `1,${n},${n}`);
  const full = await phone.post(changes, { hash, pin: many, "pin-1-328.x": "9", "pin-1-328.y": "9" });
  expect(pinsIn(full.body).keys).toEqual(many);
  const odd = { pin: ["1,999,20", "x", "1,<b>,2"], "pin-1-328.x": "1e9", "pin-1-328.y": "NaN" };
  const after = await phone.post(changes, { hash, ...odd });
  expect(pinsIn(after.body).dots).toEqual(["left:100%;top:20%", "left:100%;top:0%"]);
});

test("what was marked is drawn for both sides, with its words in a list", async () => {
  const { body } = await phone.get(changes);
  await phone.post(changes, {
    verdict: "changes_requested",
    hash: shownHash(body),
    words: "Almost",
    pin: ["1,25,75", "1,99.5,0.3"],
    "pin-words": ["Too dark", ""],
  });
  const page = await phone.get(link);
  expect(pinsIn(page.body).dots).toEqual(["left:25%;top:75%", "left:99.5%;top:0.3%"]);
  expect(page.body).toContain('<li value="1">Too dark</li><li value="2">on the picture</li>');
  expect((await sam.get(`/approvals/${id}`)).body).toMatchObject({
    files: [
      { position: 0, name: "brief.txt", version: { fileId: files[0], n: 1 } },
      { position: 1, name: "home.png", mediaType: "image/png", version: { fileId: files[1], n: 1 } },
    ],
    decisions: [
      {
        pins: [
          { file: 1, x: 25, y: 75, words: "Too dark" },
          { file: 1, x: 99.5, y: 0.3 },
        ],
      },
    ],
  });
});
