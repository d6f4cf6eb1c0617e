import type { AcceptanceWindowView } from "../projects/acceptance-window.view.ts";
import { browser, linkPath, type SeededContacts } from "./portal.ts";
import type { Caller, Loose, TestAnswer, TestServer } from "./server.ts";

/** What is needed to ask the client of Acme about a milestone, through the API alone. */
export function askingAcme(server: TestServer, sam: Caller, { dana }: Pick<SeededContacts, "dana">) {
  const { seed, database, kit } = server;
  const project = `/projects/${seed.acme.id}`;
  const make = async (path: string, body: object): Promise<Loose> => (await sam.post(path, body)).body;

  /** A milestone that clients see, agreed to with an objective, and with its criteria met. */
  async function activeMilestone(title: string, criteria: readonly string[] = ["All pages have copy"]) {
    const milestone = await make(`${project}/milestones`, {
      title,
      targetOn: "2026-04-30",
      startOn: "2026-03-02",
      ownerId: seed.sam.id,
      priceMinor: 300_000,
      audience: "client",
      clientApproval: true,
    });
    await database.maintenance
      .updateTable("milestones")
      .set({ state: "active" })
      .where("id", "=", milestone.id)
      .execute();
    await sam.put(`/milestones/${milestone.id}/roles`, {
      roles: [{ personId: dana.id, role: "approver", part: "" }],
    });
    for (const text of criteria) {
      const page = await make(`/milestones/${milestone.id}/criteria`, { text });
      const criterion = page.criteria.at(-1);
      await sam.post(`/criteria/${criterion.id}/answer`, { answer: "met", expected: null, evidence: "" });
    }
    return milestone.id as string;
  }

  const ask = (body: object) => sam.post(`${project}/approvals`, body);
  const askWhetherDone = (milestoneId: string, more: object = {}) =>
    ask({ kind: "completion", milestoneId, question: "Is it done?", ...more });

  /** Where the newest mail about this request leads this person. */
  async function linkOf(approvalId: string, personId: string): Promise<string> {
    const { id } = await database.maintenance
      .selectFrom("links")
      .select("id")
      .where("subjectId", "=", approvalId)
      .where("personId", "=", personId)
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    return linkPath(server, "decision", "d", id);
  }

  const easy = () =>
    database.maintenance
      .updateTable("projects")
      .set({ securityLevel: "easy" })
      .where("id", "=", seed.acme.id)
      .execute();
  const later = (minutes: number) => {
    kit.at = new Date(kit.at.getTime() + minutes * 60_000);
  };
  const setWindow = async (acceptance: AcceptanceWindowView | null): Promise<TestAnswer> => {
    const { revision } = (await sam.get(project)).body;
    return sam.patch(project, { acceptance }, { "if-match": `"r${revision}"` });
  };

  /** Publishes the plan as it is and asks Dana about it. */
  async function askAboutPlan(): Promise<Loose> {
    const { hash, last } = (await sam.get(`${project}/publication-preview`)).body;
    const words = { clientText: "", teamText: "", expectedHash: hash, expectedLast: last };
    await make(`${project}/publications`, words);
    later(3);
    return (await ask({ kind: "plan", question: "Is this our plan?", deciders: [{ personId: dana.id }] }))
      .body;
  }

  /** What silence means from now on: set, published, and approved by Dana with the plan. */
  async function agreeOn(acceptance: AcceptanceWindowView | null): Promise<void> {
    await setWindow(acceptance);
    const asked = await askAboutPlan();
    const path = await linkOf(asked.id, dana.id);
    const { status } = await browser(server).post(path, { verdict: "approved", hash: asked.hash });
    if (status !== 303) throw new Error(`The plan was not approved: ${status}`);
  }
  return {
    project,
    make,
    activeMilestone,
    ask,
    askWhetherDone,
    linkOf,
    easy,
    later,
    setWindow,
    askAboutPlan,
    agreeOn,
  };
}

/** What the form of a decision page carries about what it showed. */
export function shownHash(body: string): string {
  return /name="hash" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? "";
}
