import { describe, expect, test } from "vitest";
import { upload } from "../testing/multipart.ts";
import { type Loose, testServer } from "../testing/server.ts";
import { ROUTES } from "./routes.ts";

const server = await testServer();
const { seed, as } = server;
const { acme } = seed;
const { sam } = seed;
const lead = as(sam);

/** What people at work write every day; each of these routes has a row below. */
const DAILY = ["Board", "Checklists", "Fields", "Time", "Files"];

interface Row {
  /** Makes the thing and says its id. */
  make: () => Promise<Loose>;
  field: string;
  values: [unknown, unknown];
}

const made = async (path: string, body: object): Promise<Loose> => (await lead.post(path, body)).body;
const card = () => made(`/projects/${acme.id}/cards`, { title: "Draw" });
const of = async (make: (cardId: string) => Promise<Loose>) => make((await card()).id);
const words: Pick<Row, "field" | "values"> = { field: "name", values: ["Theirs", "Mine"] };

const ROWS: Record<string, Row> = {
  changeCardText: { make: card, field: "body", values: ["Theirs", "Mine"] },
  changeItem: {
    make: () => of(async (id) => (await made(`/cards/${id}/items`, { texts: ["Ask"] })).items[0]),
    field: "text",
    values: ["Theirs", "Mine"],
  },
  changeColumn: {
    make: () => made(`/projects/${acme.id}/columns`, { name: "Review", category: "doing" }),
    ...words,
  },
  changeLabel: {
    make: () => made(`/projects/${acme.id}/labels`, { name: "Design", color: "teal" }),
    ...words,
  },
  changeField: {
    make: () => made(`/projects/${acme.id}/fields`, { name: "Colour", kind: "text" }),
    ...words,
  },
  changeTimeEntry: {
    make: () => of((id) => made(`/cards/${id}/time`, { onDate: "2026-03-02", minutes: 30 })),
    field: "minutes",
    values: [60, 90],
  },
  renameFile: {
    make: () =>
      of(async (subjectId) => {
        const fields = { subjectKind: "card", subjectId };
        return (await upload(server, sam, { fields, name: "a.txt", bytes: "abc" })).body;
      }),
    field: "name",
    values: ["theirs.txt", "mine.txt"],
  },
  changeSavedView: {
    make: () => made("/saved-views", { name: "Late", search: "health=off_track" }),
    ...words,
  },
  editComment: {
    make: () => of((id) => made("/comments", { subject: { kind: "card", id }, body: "Said" })),
    field: "body",
    values: ["Theirs", "Mine"],
  },
};

/** Field by field; what is written whole has its late writer in the test beside it. */
const underRevision = ROUTES.flatMap((each) =>
  "ifMatch" in each && each.ifMatch && each.method === "PATCH" ? [each] : [],
);

test("R05: every daily text that is written over a revision is in the table", () => {
  const daily = underRevision.filter(({ tag }) => DAILY.includes(tag)).map(({ id }) => id);
  expect(daily.filter((id) => !(id in ROWS))).toEqual([]);
  const known = underRevision.map(({ id }) => id);
  expect(Object.keys(ROWS).filter((id) => !known.includes(id))).toEqual([]);
});

describe.each(Object.entries(ROWS))("R05: %s", (routeId, { make, field, values }) => {
  test("of two who write over one revision at once one wins, and the other is shown what stands", async () => {
    const { path = "" } = underRevision.find(({ id }) => id === routeId) ?? {};
    for (let round = 0; round < 5; round += 1) {
      const { id, revision = 1 } = await make();
      const at = path.replace(/\{\w+\}/, id);
      const seen = { "if-match": `"r${revision}"` };
      const answers = await Promise.all(values.map((value) => lead.patch(at, { [field]: value }, seen)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const won = answers.findIndex(({ status }) => status === 200);
      const lost = answers[1 - won];
      expect(answers[won]?.body[field]).toEqual(values[won]);
      expect(lost?.body.facts.current[field]).toEqual(values[won]);
      const now = { "if-match": `"r${lost?.body.facts.current.revision}"` };
      expect(await lead.patch(at, { [field]: values[1 - won] }, now)).toMatchObject({ status: 200 });
      if (["label", "column", "field", "saved-view"].some((kind) => at.startsWith(`/${kind}`)))
        expect((await lead.delete(at)).status).toBeLessThan(300);
    }
  });
});
