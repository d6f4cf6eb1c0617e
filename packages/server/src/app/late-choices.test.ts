import { describe, expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";
import { ROUTES } from "./routes.ts";

const server = await testServer();
const { seed, as } = server;
const { acme, jo, sam } = seed;
const lead = as(sam);

const DAILY = ["Board", "Checklists", "Fields", "Time", "Files", "Talk"];
/** Which of many is kept here says a test of their own, for what stands afterwards is more than one value. */
const BESIDE = ["moveCard", "orderButtons", "orderCardTemplates", "orderFields", "setCardCover", "setSwitch"];

const made = async (path: string, body: object): Promise<Loose> => (await lead.post(path, body)).body;
const card = async (): Promise<string> => (await made(`/projects/${acme.id}/cards`, { title: "Draw" })).id;
const milestone = async (title: string): Promise<string> =>
  (await made(`/projects/${acme.id}/milestones`, { title })).id;
const line = async () => {
  const cardId = await card();
  return { cardId, itemId: (await made(`/cards/${cardId}/items`, { texts: ["Ask"] })).items[0].id };
};
const [first, second] = [await milestone("Pages"), await milestone("Forms")];
const fieldId = (await made(`/projects/${acme.id}/fields`, { name: "Colour", kind: "text" })).id;

interface Row {
  make: () => Promise<Record<string, string>>;
  /** What two people choose at once, over the same that both saw. */
  wishes: readonly [object, object];
  seen: unknown;
  /** What stands afterwards, as the winner has written it. */
  read: (card: Loose) => unknown;
}

const ofCard = async () => ({ cardId: await card() });
const only = (field: string, [one, other]: readonly [unknown, unknown]): Row["wishes"] => [
  { [field]: one },
  { [field]: other },
];

const ROWS: Record<string, Row> = {
  setCardMilestone: {
    make: ofCard,
    wishes: only("milestoneId", [first, second]),
    seen: null,
    read: ({ milestoneId }) => ({ milestoneId }),
  },
  setCardDates: {
    make: ofCard,
    wishes: [
      { startOn: null, dueOn: "2026-03-09" },
      { startOn: null, dueOn: "2026-03-10" },
    ],
    seen: { startOn: null, dueOn: null },
    read: ({ startOn, dueOn }) => ({ startOn, dueOn }),
  },
  estimateCard: {
    make: ofCard,
    wishes: [
      { low: 30, likely: 60, high: 90 },
      { low: 60, likely: 120, high: 240 },
    ],
    seen: { low: null, likely: null, high: null },
    read: ({ low, likely, high }) => ({ low, likely, high }),
  },
  setCardPriority: {
    make: ofCard,
    wishes: only("priority", [1, 3]),
    seen: 0,
    read: ({ priority }) => ({ priority }),
  },
  setCardValue: {
    make: async () => ({ ...(await ofCard()), fieldId }),
    wishes: only("value", ["Red", "Green"]),
    seen: "",
    read: ({ values }) => ({ value: values[0].value }),
  },
  tickItem: {
    make: line,
    wishes: only("done", [true, true]),
    seen: false,
    read: ({ checklist }) => ({ done: checklist[0].done }),
  },
  assignItem: {
    make: line,
    wishes: only("personId", [jo.id, sam.id]),
    seen: null,
    read: ({ checklist }) => ({ personId: checklist[0].personId }),
  },
  dateItem: {
    make: line,
    wishes: only("dueOn", ["2026-03-09", "2026-03-10"]),
    seen: null,
    read: ({ checklist }) => ({ dueOn: checklist[0].dueOn }),
  },
};

const choices = ROUTES.filter(
  ({ body, tag }) =>
    DAILY.includes(tag) && body !== undefined && "shape" in body && "expected" in Object(body.shape),
);

test("R05: every daily choice that says what was seen is in the table, or has a test of its own", () => {
  expect(choices.map(({ id }) => id).sort()).toEqual([...Object.keys(ROWS), ...BESIDE].sort());
});

describe.each(Object.entries(ROWS))("R05: %s", (routeId, { make, wishes, seen, read }) => {
  test("of two who choose at once one is followed, and the other is told by whom", async () => {
    const { path = "", method = "PUT" } = choices.find(({ id }) => id === routeId) ?? {};
    const ask = method === "POST" ? "post" : "put";
    for (let round = 0; round < 5; round += 1) {
      const ids = await make();
      const at = path.replace(/\{(\w+)\}/g, (_, name) => ids[name] ?? "");
      const people = [as(jo), lead] as const;
      const answers = await Promise.all(
        wishes.map((wish, n) => (people[n] ?? lead)[ask](at, { ...wish, expected: seen })),
      );
      expect(answers.map(({ status }) => (status < 300 ? 200 : status)).sort()).toEqual([200, 409]);
      const won = answers.findIndex(({ status }) => status < 300);
      expect(answers[1 - won]?.body.facts.by).toBe(won === 0 ? "Jo" : "Sam");
      expect(read((await lead.get(`/cards/${ids.cardId}`)).body)).toEqual(wishes[won]);
    }
  });
});
