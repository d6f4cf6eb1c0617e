import { newId } from "../kit/id.ts";
import { linkToken } from "../kit/secret.ts";
import type { LinkKind } from "../mail/mail-link.ts";
import { openSession } from "../portal/portal-sessions.ts";
import type { Level } from "../portal/visitor.ts";
import type { ContactActors } from "./matrix-expectation.ts";
import type { SeedPerson, SeedProject } from "./seed.ts";
import type { TestServer } from "./server.ts";

export interface SeedContact {
  id: string;
  name: string;
  email: string;
  workspaceId: string;
}

/** Dana decides and Lee looks on for Acme, Mira decides for Baker; Finn belongs to another house altogether. */
export interface SeededContacts {
  dana: SeedContact;
  lee: SeedContact;
  mira: SeedContact;
  finn: SeedContact;
}

export async function seedContacts(server: Pick<TestServer, "database" | "seed">): Promise<SeededContacts> {
  const { seed } = server;
  const { workspaceId, acme, baker, other } = seed;
  return {
    dana: await addContact(server, workspaceId, "Dana Reyes", acme, "approver"),
    lee: await addContact(server, workspaceId, "Lee Marsh", acme, "observer"),
    mira: await addContact(server, workspaceId, "Mira Bell", baker, "approver"),
    finn: await addContact(server, other.workspaceId, "Finn Ode", other.project, "approver"),
  };
}

export async function addContact(
  { database }: Pick<TestServer, "database">,
  workspaceId: string,
  name: string,
  project: SeedProject,
  role: "approver" | "observer",
): Promise<SeedContact> {
  const id = newId();
  const email = `${name.split(" ")[0]?.toLowerCase()}@client.test`;
  const { clientId } = project;
  if (!clientId) throw new Error("a project of a client");
  await database.inWorkspace(workspaceId, async (tx) => {
    await tx
      .insertInto("persons")
      .values({ workspaceId, id, name, email, zone: "Europe/Berlin", country: null })
      .execute();
    await tx.insertInto("contacts").values({ workspaceId, personId: id, clientId }).execute();
    await tx
      .insertInto("contactRoles")
      .values({ workspaceId, projectId: project.id, personId: id, role })
      .execute();
  });
  return { id, name, email, workspaceId };
}

export interface PageAnswer {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<PageAnswer>;
  /** Sends the form of a page that was opened before: its token is taken from there. */
  post(path: string, fields: Record<string, string | string[]>, from?: string): Promise<PageAnswer>;
  cookie: string;
}

/** A browser without anything in it, or with a cookie; keeps what it is given. */
export function browser({ app }: TestServer, cookie = ""): Browser {
  const take = async (options: object): Promise<PageAnswer> => {
    const answer = await app.inject({ ...options, headers: { ...headersOf(options), cookie: own.cookie } });
    const given = answer.headers["set-cookie"];
    const first = Array.isArray(given) ? given[0] : given;
    if (first) own.cookie = first.split(";", 1)[0] ?? "";
    return { status: answer.statusCode, headers: answer.headers, body: answer.body };
  };
  const own: Browser = {
    cookie,
    get: (path, headers = {}) =>
      take({ method: "GET", url: path, headers: { accept: "text/html", ...headers } }),
    post: async (path, fields, from = path) => {
      const { body } = await own.get(from);
      const form = /name="form" value="([^"]+)"/.exec(body)?.[1] ?? "";
      const entries = Object.entries({ form, ...fields }).flatMap(([name, values]) =>
        [values].flat().map((value): [string, string] => [name, value]),
      );
      return take({
        method: "POST",
        url: path,
        headers: { accept: "text/html", "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams(entries).toString(),
      });
    },
  };
  return own;
}

function headersOf(options: object): Record<string, string> {
  return "headers" in options ? (options.headers as Record<string, string>) : {};
}

/** The contact's browser with a session of its own. */
export async function signedIn(
  server: TestServer,
  contact: SeedContact,
  level: Level = "code",
): Promise<Browser> {
  return browser(server, await sessionCookie(server, contact, level));
}

export async function sessionCookie(
  { database, kit }: Pick<TestServer, "database" | "kit">,
  contact: SeedContact,
  level: Level,
): Promise<string> {
  const whose = { workspaceId: contact.workspaceId, personId: contact.id, linkId: null, level };
  const cookie = await database.inWorkspace(contact.workspaceId, (tx) => openSession(tx, kit, whose));
  return cookie.split(";", 1)[0] ?? "";
}

/** The client's people as actors of the API, which knows none of them. */
export async function contactActors(
  server: Pick<TestServer, "database" | "kit" | "seed">,
): Promise<ContactActors> {
  const { dana, lee, mira } = await seedContacts(server);
  const actor = async (contact: SeedContact): Promise<SeedPerson> => {
    const cookie = await sessionCookie(server, contact, "account");
    const { id, name, email } = contact;
    return { id, userId: "", name, email, cookie, token: cookie.split("=")[1] ?? "" };
  };
  return { approver: await actor(dana), observer: await actor(lee), "other client": await actor(mira) };
}

/** What the mail of a link would lead to. */
export function linkPath({ kit }: TestServer, kind: LinkKind, place: string, linkId: string): string {
  return `/${place}/${linkToken(kit.linkKey, kind, linkId)}`;
}
