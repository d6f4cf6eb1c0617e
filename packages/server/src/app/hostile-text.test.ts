import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const { seed, as } = await testServer();
const SIZE = 200_000;
/** A pattern that goes back and forth needs minutes for these; a linear one some milliseconds. */
const PATIENCE_MS = 5_000;

const TEXTS = [
  ["one letter", "a"],
  ["dots", "a."],
  ["at signs", "a@"],
  ["digits", "2026-"],
  ["colons", "09:00:"],
  ["slashes", "http://a/"],
  ["spaces", " \t"],
  ["brackets", "[("],
] as const;

test.each(TEXTS)(
  "A68: 200 KB of %s in a date, an address or a link is refused at once",
  async (_name, piece) => {
    const text = piece.repeat(SIZE / piece.length);
    const began = performance.now();
    const answers = [
      await as(null).post("/password-reset", { email: text }),
      await as(null).post("/session", { email: text, password: text }),
      await as(seed.sam).post(`/projects/${seed.acme.id}/cards`, {
        title: "x",
        columnId: seed.acme.columns.todo,
        dueOn: text,
      }),
      await as(seed.sam).post(`/projects/${seed.acme.id}/cards`, {
        title: text,
        columnId: seed.acme.columns.todo,
      }),
      await as(seed.sam).post("/comments", {
        subject: { kind: "project", id: text },
        audience: "team",
        body: text,
      }),
      await as(seed.amara).patch("/me", { zone: text }, { "if-match": '"r1"' }),
      await as(seed.amara).get(`/events?cursor=${encodeURIComponent(text.slice(0, 8_000))}`),
    ];
    expect(performance.now() - began).toBeLessThan(PATIENCE_MS * answers.length);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400));
  },
);

test("half of an emoji is refused at the field, wherever a text is taken", async () => {
  const half = "x \ud83e y";
  const answers = [
    await as(seed.amara).post("/projects", { name: half }),
    await as(seed.sam).post(`/projects/${seed.acme.id}/cards`, { title: half }),
    await as(seed.sam).post(`/projects/${seed.acme.id}/milestones`, { title: half }),
    await as(seed.sam).post("/comments", { subject: { kind: "project", id: seed.acme.id }, body: half }),
  ];
  expect(answers.map(({ status, body }) => [status, body.errors?.[0]?.path])).toEqual([
    [400, "name"],
    [400, "title"],
    [400, "title"],
    [400, "body"],
  ]);
});
