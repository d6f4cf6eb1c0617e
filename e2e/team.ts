import type { Browser, BrowserContext, BrowserContextOptions } from "@playwright/test";
import { type Api, signIn } from "./account.ts";

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
