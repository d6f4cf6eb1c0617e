import { describe, expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { seedContacts, signedIn } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, kit, database } = server;
const { dana, lee, mira } = await seedContacts(server);
const home = "/portal/birch/acme";
const { workspaceId, acme } = seed;

await database.inWorkspace(workspaceId, (tx) =>
  tx.updateTable("projects").set({ securityLevel: "easy" }).where("id", "=", acme.id).execute(),
);
const before = (await (await signedIn(server, dana)).get(home)).body;
const plan = await publishedPlan(server, [
  { title: "Brief agreed", targetOn: "2026-02-20", priceMinor: 300_000 },
  { title: "Content ready", targetOn: "2026-03-12", priceMinor: 300_000 },
  { title: "Launch", targetOn: "2026-03-26", priceMinor: 600_000 },
]);
const [brief = "", content = ""] = plan.ids;
const see = async (person = dana) => (await (await signedIn(server, person)).get(home)).body;

describe("the first sentence", () => {
  test("says that the plan is being made before there is one", () => {
    expect(before).toContain("The plan is being made.");
    expect(before).toContain("Ask us");
  });

  test("says where we are on the road, how it stands, and how old that is", async () => {
    await plan.reach(brief, "2026-02-19");
    const body = await see();
    expect(body).toContain("<h1>You are on the road to Content ready, Thu 12 Mar.</h1>");
    expect(body).toContain("Too early to say");
    expect(body).toContain("Plan 1, published Mon 2 Mar by Sam");
    expect(body).not.toContain("days old");
    expect(body.match(/<h1>/g)).toHaveLength(1);
  });

  test("moves on with what is reached, but its dates only with a publication", async () => {
    await plan.move(content, "2026-03-17");
    expect(await see()).toContain("Content ready, Thu 12 Mar.");
    await plan.publish("Content moved.");
    const body = await see();
    expect(body).toContain("Content ready, Tue 17 Mar.");
    expect(body).toMatch(/Content moved\.[\s\S]*M2 Content ready: Thu 12 Mar → Tue 17 Mar/);
    await plan.reach(content, "2026-03-02");
    expect(await see()).toContain("<h1>You are on the road to Launch, Thu 26 Mar.</h1>");
  });
});

test("what somebody of the client does for the plan is their part, once it is published", async () => {
  expect(await see()).not.toContain("Your part");
  const [, , launch = ""] = plan.ids;
  const roles = [{ personId: dana.id, role: "consulted", part: "Invites the neighbours" }];
  expect((await as(seed.sam).put(`/milestones/${launch}/roles`, { roles })).status).toBe(200);
  expect(await see()).not.toContain("Invites the neighbours");
  await plan.publish();
  expect(await see()).toMatch(/Your part<\/h2>[\s\S]*Launch<\/a><small class="dim">Invites the neighbours/);
  const page = (await (await signedIn(server, dana)).get(`${home}/plan`)).body;
  expect(page).toContain("Dana Reyes: Invites the neighbours");
});

test("money is what is published, reached at once, and paid when it is marked", async () => {
  expect(await see()).toContain("€6,000 of €12,000 reached. Next: €6,000 with Launch.");
  await database.inWorkspace(workspaceId, (tx) =>
    tx
      .insertInto("payments")
      .values({
        workspaceId,
        id: newId(),
        milestoneId: brief,
        minor: 300_000,
        currency: "EUR",
        paidOn: "2026-03-02",
        dueOn: null,
        invoicedOn: null,
        invoicedBy: null,
        paidBy: null,
      })
      .execute(),
  );
  expect(await see()).toContain("€3,000 paid.");
});

test("what is reached shows until it was seen, to each person once", async () => {
  const moment = 'class="notice moment"';
  await database.inWorkspace(workspaceId, (tx) =>
    tx
      .updateTable("persons")
      .set({ createdAt: new Date("2026-01-01T09:00:00Z") })
      .where("id", "in", [dana.id, lee.id])
      .execute(),
  );
  const [phone, other] = [await signedIn(server, dana), await signedIn(server, lee)];
  await phone.post(home, { do: "seen", milestone: [brief, content] });
  expect((await phone.get(home)).body).not.toContain(moment);
  const launch = plan.ids[2] ?? "";
  await plan.reach(launch, "2026-03-24");
  const first = (await phone.get(home)).body;
  expect(first).toContain(moment);
  expect(first).toContain("Launch is reached, Tue 24 Mar. 2 days early.");
  expect(first).toContain("ACME project has reached its last milestone.");
  // A scanner that opens the page takes it from nobody.
  expect((await phone.get(home)).body).toContain(moment);
  const told = await phone.post(home, { do: "seen", milestone: [launch, seed.baker.id] });
  expect([told.status, told.headers.location]).toEqual([303, home]);
  expect((await phone.get(home)).body).not.toContain(moment);
  expect((await other.get(home)).body).toContain("Launch is reached");
});

describe("what waits", () => {
  const ask = (number: number, title: string, contactId: string) =>
    database.inWorkspace(workspaceId, (tx) =>
      tx
        .insertInto("clientRequests")
        .values({
          workspaceId,
          id: newId(),
          projectId: acme.id,
          number,
          kind: "files",
          title,
          state: "asked",
          askedAt: kit.at,
          dueOn: "2026-03-09",
          milestoneId: content,
          contactId,
          askedBy: null,
          closedBy: null,
        })
        .execute(),
    );

  test("stands first for whom it is, and quietly for others", async () => {
    await ask(1, "Send us the logo", dana.id);
    const [mine, theirs] = [await see(), await see(lee)];
    expect(mine).toContain("Needs you (1)");
    expect(mine).toMatch(
      /Send us the logo[\s\S]*By Mon 9 Mar\. M2 Content ready hangs on it\.[\s\S]*href="\/portal\/birch\/acme\/requests\/1"/,
    );
    expect(theirs).toContain("Nothing waits for you at the moment.");
    expect(theirs).toMatch(
      /1 thing waits for somebody else[\s\S]*Send us the logo[\s\S]*Waiting for Dana Reyes\./,
    );
    expect(theirs).not.toContain("Waiting for you");
  });

  test("says since when, and how many working days that are", async () => {
    const asked = kit.at;
    const day = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short" });
    const since = `Waiting for you since ${day.format(asked).replace(",", "")}`;
    expect(await see()).toContain(`${since}.`);
    kit.at = new Date(asked.getTime() + 7 * 86_400_000);
    expect(await see()).toContain(`${since} (5 working days).`);
    kit.at = asked;
  });
});

describe("ask us", () => {
  test("becomes words in the client talk, and stays when it cannot be taken", async () => {
    const phone = await signedIn(server, dana);
    const empty = await phone.post(home, { words: "  " });
    expect([empty.status, empty.body.includes("Write something.")]).toEqual([400, true]);
    const sent = await phone.post(home, { words: "Can we see <b>it</b> first?\nDana" });
    expect([sent.status, sent.headers.location]).toEqual([303, `${home}#ask`]);
    expect(await see(lee)).toContain("Can we see &lt;b&gt;it&lt;/b&gt; first?");
    const talk = await as(seed.jo).get(`/comments?subject=project:${acme.id}&audience=client`);
    expect(talk.body.items).toMatchObject([{ authorName: "Dana Reyes", audience: "client" }]);
    expect((await as(seed.jo).get(`/comments?subject=project:${acme.id}&audience=team`)).body.items).toEqual(
      [],
    );
  });

  test("is for people of this client, and not for a member who only looks", async () => {
    expect(
      (await (await signedIn(server, mira)).post(home, { words: "Hello" }, "/portal/birch/baker")).status,
    ).toBe(404);
    const { statusCode } = await server.app.inject({
      method: "POST",
      url: `${home}?as=client`,
      headers: {
        cookie: seed.sam.cookie,
        "content-type": "application/x-www-form-urlencoded",
        accept: "text/html",
      },
      payload: "words=Hello",
    });
    expect(statusCode).toBe(403);
  });
});

test("nothing that is only the team's is on the page, and everything has German words", async () => {
  const phone = await signedIn(server, dana);
  await as(seed.sam).post("/comments", {
    subject: { kind: "project", id: acme.id },
    audience: "team",
    body: "ZEBRA",
  });
  expect((await phone.get(home)).body).not.toMatch(/ZEBRA|SECRET/);
  await phone.post(home, { language: "de" });
  const { body } = await phone.get(home);
  expect(body).toContain("Von Ihnen gebraucht (1)");
  expect(body).toContain("Was sich geändert hat");
  expect(body).not.toMatch(/Needs you|What changed|Ask us/);
});

test("the first sentence says so once it is old", async () => {
  kit.at = new Date(kit.at.getTime() + 22 * 86_400_000);
  expect(await see(dana)).toContain("22 Tage alt: Fragen Sie uns nach dem neuesten Stand.");
  // Whoever only reads along is not told to ask.
  expect(await see(lee)).toMatch(/· 22 days old(?!:)/);
});
