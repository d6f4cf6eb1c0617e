import { describe, expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { upload } from "../testing/multipart.ts";
import { type Loose, testServer } from "../testing/server.ts";
import { ROUTES } from "./routes.ts";

const server = await testServer();
const { seed, as } = server;
const { acme } = seed;
const { sam } = seed;
const lead = as(sam);

/** What people at work write every day; each of these routes has a row below. */
const DAILY = ["Board", "Checklists", "Fields", "Time", "Files", "Talk"];

interface Row {
  /** Makes the thing and says its id. */
  make: () => Promise<Loose>;
  field: string;
  values: [unknown, unknown];
  /** What goes along where the thing is written whole. */
  rest?: object;
}

const made = async (path: string, body: object): Promise<Loose> => (await lead.post(path, body)).body;
const card = () => made(`/projects/${acme.id}/cards`, { title: "Draw" });
const of = async (make: (cardId: string) => Promise<Loose>) => make((await card()).id);
const words: Pick<Row, "field" | "values"> = { field: "name", values: ["Theirs", "Mine"] };

const RECURS = {
  columnId: null,
  cadence: "workdays",
  everyDays: null,
  startsOn: "2026-03-02",
  at: "09:00",
  endsOn: null,
  paused: false,
};

/** What a button is besides its name. */
const PRESSED = { place: "card", steps: [{ do: "archive" }] };

let days = 0;
/** Asked by the worker, each time for another day. */
async function askedToday(): Promise<Loose> {
  const path = `/projects/${acme.id}/check-in`;
  const { revision = null } = (await lead.get(path)).body.checkIn ?? {};
  const rhythm = { cadence: "workdays", everyDays: null, startsOn: "2026-03-02", at: "09:00" };
  const wish = { question: "Anything in the way?", ...rhythm, personIds: [sam.id], paused: false, revision };
  const { checkIn } = (await lead.put(path, wish)).body;
  days += 1;
  const asked = { id: newId(), checkInId: checkIn.id, personId: sam.id, onDate: `2026-03-0${days}` };
  await server.database.maintenance
    .insertInto("checkInAnswers")
    .values({ ...asked, workspaceId: seed.workspaceId, question: wish.question, answeredAt: null })
    .execute();
  return asked;
}

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
  changeCardTemplate: {
    make: () =>
      made(`/projects/${acme.id}/card-templates`, { name: "Fault", content: { title: "Find the fault" } }),
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
  renameFolder: { make: () => made(`/projects/${acme.id}/folders`, { name: "Texts" }), ...words },
  changeSavedView: {
    make: () => made("/saved-views", { name: "Late", search: "health=off_track" }),
    ...words,
  },
  editMessage: {
    make: () => made(`/projects/${acme.id}/messages`, { title: "News", body: "Written" }),
    field: "body",
    values: ["Theirs", "Mine"],
    rest: { title: "News" },
  },
  changeRecurringCard: {
    make: () => made(`/projects/${acme.id}/recurring-cards`, { ...RECURS, content: { title: "Water" } }),
    field: "content",
    values: [{ title: "Theirs" }, { title: "Mine" }],
    rest: RECURS,
  },
  changeButton: {
    make: () => made(`/projects/${acme.id}/buttons`, { name: "File away", ...PRESSED }),
    ...words,
    rest: PRESSED,
  },
  answerCheckIn: { make: askedToday, field: "body", values: ["Theirs", "Mine"] },
  editComment: {
    make: () => of((id) => made("/comments", { subject: { kind: "card", id }, body: "Said" })),
    field: "body",
    values: ["Theirs", "Mine"],
  },
};

const underRevision = ROUTES.flatMap((each) =>
  "ifMatch" in each && each.ifMatch && (each.method === "PATCH" || each.method === "PUT") ? [each] : [],
);

test("R05: every daily text that is written over a revision is in the table", () => {
  const daily = underRevision.filter(({ tag }) => DAILY.includes(tag)).map(({ id }) => id);
  expect(daily.filter((id) => !(id in ROWS))).toEqual([]);
  const known = underRevision.map(({ id }) => id);
  expect(Object.keys(ROWS).filter((id) => !known.includes(id))).toEqual([]);
});

describe.each(Object.entries(ROWS))("R05: %s", (routeId, { make, field, values, rest }) => {
  test("of two who write over one revision at once one wins, and the other is shown what stands", async () => {
    const { path = "", method } = underRevision.find(({ id }) => id === routeId) ?? {};
    const write = method === "PUT" ? lead.put : lead.patch;
    for (let round = 0; round < 5; round += 1) {
      const { id, revision = 1 } = await make();
      const at = path.replace(/\{\w+\}/, id);
      const seen = { "if-match": `"r${revision}"` };
      const answers = await Promise.all(values.map((value) => write(at, { ...rest, [field]: value }, seen)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const won = answers.findIndex(({ status }) => status === 200);
      const lost = answers[1 - won];
      expect(answers[won]?.body).toMatchObject({ [field]: values[won] });
      expect(lost?.body.facts.current).toMatchObject({ [field]: values[won] });
      const now = { "if-match": `"r${lost?.body.facts.current.revision}"` };
      expect(await write(at, { ...rest, [field]: values[1 - won] }, now)).toMatchObject({ status: 200 });
      if (["label", "column", "field", "saved-view", "button"].some((kind) => at.startsWith(`/${kind}`)))
        expect((await lead.delete(at)).status).toBeLessThan(300);
    }
  });
});
