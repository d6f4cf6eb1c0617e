import { expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { seedContacts, signedIn } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, database } = server;
const { dana } = await seedContacts(server);
const LIMIT = 100 * 1024;
const LONG =
  "A milestone whose title is as long as a title should never be, with two houses, two languages and one launch ".padEnd(
    120,
    "x",
  );
const many = Array.from({ length: 40 }, (_, n) => ({
  title: `${n} ${LONG}`.slice(0, 120),
  targetOn: `2026-${String(3 + Math.floor(n / 20)).padStart(2, "0")}-${String(1 + (n % 20)).padStart(2, "0")}`,
  priceMinor: 100_000,
}));
const { publish, ids } = await publishedPlan(server, many);
const { workspaceId, acme } = seed;

await publish("The plan stands. ".repeat(60));
await database.inWorkspace(workspaceId, async (tx) => {
  const files = Array.from({ length: 60 }, () => newId());
  for (const id of files) {
    await tx
      .insertInto("files")
      .values({
        workspaceId,
        id,
        projectId: acme.id,
        audience: "client",
        name: LONG,
        authorId: null,
        objectiveId: null,
        milestoneId: ids[0] ?? null,
        cardId: null,
      })
      .execute();
    const sha256 = id.replaceAll("-", "").padEnd(64, "0");
    await tx.insertInto("blobs").values({ workspaceId, sha256, bytes: 10, mediaType: "image/png" }).execute();
    for (const n of [1, 2, 3])
      await tx
        .insertInto("fileVersions")
        .values({ workspaceId, id: newId(), fileId: id, n, name: LONG, sha256, authorId: null })
        .execute();
  }
});
for (let n = 0; n < 30; n++) {
  await as(seed.sam).post("/comments", {
    subject: { kind: "project", id: acme.id },
    audience: "client",
    body: "Something that takes a few lines to say. ".repeat(10),
  });
  await as(seed.sam).post(`/projects/${acme.id}/messages`, {
    title: LONG,
    body: "Words. ".repeat(80),
    audience: "client",
  });
}

test.each(["", "/plan", "/m/1", "/updates", "/updates?page=2", "/files", "/files?page=2"])(
  "U6: %s weighs less than 100 KB with much on it, and needs nothing but itself",
  async (path) => {
    const { status, body } = await (await signedIn(server, dana)).get(`/portal/birch/acme${path}`);
    expect(status).toBe(200);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(LIMIT);
    const asked = [
      ...body.matchAll(/<(?:script|link|img|iframe|source|video)\b[^>]*(?:src|href)="([^"]+)"/g),
    ].map(([, url]) => url);
    expect(new Set(asked)).toEqual(new Set(["/favicon.svg", "/portal.js"]));
    expect(body).not.toMatch(/url\(|@import|srcset|<form[^>]+action="http/);
  },
);
