import { expect, test } from "vitest";
import { askingAcme } from "../testing/approvals.ts";
import { browser, seedContacts } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const sam = as(seed.sam);
const people = await seedContacts(server);
const { activeMilestone, askWhetherDone, linkOf, easy } = askingAcme(server, sam, people);
await easy();

const milestone = async (id: string) => (await sam.get(`/milestones/${id}`)).body;
const approval = async (id: string) => (await sam.get(`/approvals/${id}`)).body;

test("A81: of fifty decisions at once one is in force, and the others hear who was first", async () => {
  for (let round = 0; round < 10; round++) {
    const milestoneId = await activeMilestone(`Race ${round}`);
    const { id, hash } = (await askWhetherDone(milestoneId)).body;
    const path = await linkOf(id, people.dana.id);
    const form = /name="form" value="([^"]+)"/.exec((await browser(server).get(path)).body)?.[1] ?? "";
    const send = (n: number) =>
      server.app.inject({
        method: "POST",
        url: path,
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams({
          form,
          hash,
          ...(n % 2 === 0 ? { verdict: "approved" } : { verdict: "changes_requested", words: `No ${n}` }),
        }).toString(),
      });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => send(n)));
    const { decisions, outcome } = await approval(id);
    expect(decisions).toHaveLength(1);
    expect(outcome).toBe(decisions[0].verdict);
    expect((await milestone(milestoneId)).state).toBe(outcome === "approved" ? "accepted" : "active");
    const statuses = answers.map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status !== 303 && status !== 409)).toEqual([]);
    const winners = answers.filter(({ statusCode }) => statusCode === 303).length;
    // An approval sent twice is the same approval; each request for changes has words of its own.
    expect(winners).toBe(outcome === "approved" ? 25 : 1);
  }
}, 120_000);
