import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { type Api, setUp, signIn } from "./account.ts";
import { type Milepost, startMilepost } from "./milepost.ts";

export const JO = { name: "Jo Lindqvist", email: "jo@example.test", password: "five loud harbours" };

/** Somebody joins as a member of one project, without a page. */
export async function join(url: string, owner: Api, who: typeof JO, projectId: string): Promise<Api> {
  const invitation = { email: who.email, role: "member", projectIds: [projectId] };
  const { id } = await owner.call<{ id: string }>("POST", "/invitations", invitation);
  const link = await owner.call<{ url: string }>("POST", `/invitations/${id}/link`);
  const { name, password } = who;
  await owner.call("POST", "/invitations/accept", { token: link.url.split("/").at(-1), name, password });
  return signIn(url, who);
}

/** A browser window in which somebody is signed in already. */
export async function windowOf(
  browser: Browser,
  url: string,
  { cookie }: Api,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  await context.addCookies(
    cookie.split("; ").map((pair) => {
      const at = pair.indexOf("=");
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url, httpOnly: true };
    }),
  );
  return context;
}

export interface Stage {
  milepost: Milepost;
  owner: Api;
  projectId: string;
  /** A page of the owner. */
  page: Page;
}

/** A fresh installation with one project, and its owner at a page. */
export async function stageWith(browser: Browser, project: { name: string; key: string }): Promise<Stage> {
  const milepost = await startMilepost();
  const owner = await setUp(milepost.url);
  const { id: projectId } = await owner.call<{ id: string }>("POST", "/projects", project);
  const page = await (await windowOf(browser, milepost.url, owner)).newPage();
  return { milepost, owner, projectId, page };
}
