import type { ProjectRole, WorkspaceRole } from "../access/roles.ts";
import type { Database, Tx } from "../db/database.ts";
import { newId } from "../kit/id.ts";
import { randomToken, sha256 } from "../kit/secret.ts";

export interface SeedPerson {
  id: string;
  userId: string;
  email: string;
  name: string;
  cookie: string;
  token: string;
}

export interface SeedProject {
  id: string;
  clientId: string | null;
  columns: { todo: string; doing: string; done: string };
}

/** Studio Birch with its people, two clients and two projects; and a foreign workspace, Other House. */
export interface Seeded {
  workspaceId: string;
  /** owner */ amara: SeedPerson;
  /** admin */ ada: SeedPerson;
  /** member, lead of acme */ sam: SeedPerson;
  /** member of acme */ jo: SeedPerson;
  /** member, only of baker */ kim: SeedPerson;
  /** guest on acme */ gil: SeedPerson;
  /** removed member */ rex: SeedPerson;
  acme: SeedProject;
  baker: SeedProject;
  other: { workspaceId: string; owner: SeedPerson; project: SeedProject };
}

const DAY = 86_400_000;

export async function seedWorkspace(database: Database): Promise<Seeded> {
  const birch = await makeWorkspace(database, "Studio Birch", "birch");
  const house = await makeWorkspace(database, "Other House", "other");
  return birch.within(async (tx) => {
    const person = (name: string, role: WorkspaceRole, status?: "removed") =>
      makePerson(tx, database, birch.id, name, role, status);
    const amara = await person("Amara", "owner");
    const ada = await person("Ada", "admin");
    const sam = await person("Sam", "member");
    const jo = await person("Jo", "member");
    const kim = await person("Kim", "member");
    const gil = await person("Gil", "guest");
    const rex = await person("Rex", "member", "removed");
    const acme = await makeProject(tx, birch.id, "ACME", [
      [sam, "lead"],
      [jo, "member"],
      [gil, "member"],
      [rex, "member"],
    ]);
    const baker = await makeProject(tx, birch.id, "BAKER", [[kim, "lead"]]);
    const other = await house.within(async (theirs) => {
      const owner = await makePerson(theirs, database, house.id, "Olga", "owner");
      return {
        workspaceId: house.id,
        owner,
        project: await makeProject(theirs, house.id, "OTHER", [[owner, "lead"]]),
      };
    });
    return { workspaceId: birch.id, amara, ada, sam, jo, kim, gil, rex, acme, baker, other };
  });
}

async function makeWorkspace(database: Database, name: string, slug: string) {
  const id = newId();
  const within = <T>(work: (tx: Tx) => Promise<T>) => database.inWorkspace(id, work);
  await within(async (tx) => {
    await tx
      .insertInto("workspaces")
      .values({
        workspaceId: id,
        name,
        slug,
        zone: "Europe/Berlin",
        country: "DE",
        currency: "EUR",
        settings: "{}",
      })
      .execute();
    const day = [[540, 1020]];
    await tx
      .insertInto("workPatterns")
      .values({
        workspaceId: id,
        id: newId(),
        personId: null,
        week: JSON.stringify([day, day, day, day, day, [], []]),
        fromOn: null,
      })
      .execute();
  });
  return { id, within };
}

async function makePerson(
  tx: Tx,
  database: Database,
  workspaceId: string,
  name: string,
  role: WorkspaceRole,
  status = "active",
): Promise<SeedPerson> {
  const id = newId();
  const userId = newId();
  const email = `${name.toLowerCase()}@example.test`;
  const token = randomToken();
  await database.outside
    .insertInto("auth.user")
    .values({ id: userId, name, email, emailVerified: true })
    .execute();
  await database.outside
    .insertInto("auth.session")
    .values({
      id: newId(),
      token: sha256(token),
      userId,
      expiresAt: new Date(Date.now() + DAY),
      ipAddress: null,
      userAgent: null,
    })
    .execute();
  await tx
    .insertInto("persons")
    .values({ workspaceId, id, name, email, zone: "Europe/Berlin", country: null })
    .execute();
  await tx
    .insertInto("members")
    .values({ workspaceId, personId: id, userId, role, status, removedAt: null })
    .execute();
  return { id, userId, email, name, token, cookie: `milepost.session_token=${token}` };
}

async function makeProject(
  tx: Tx,
  workspaceId: string,
  key: string,
  people: [SeedPerson, ProjectRole][],
): Promise<SeedProject> {
  const id = newId();
  const clientId = newId();
  await tx
    .insertInto("clients")
    .values({ workspaceId, id: clientId, name: `${key} client`, zone: null, country: null })
    .execute();
  const leadId = people.find(([, role]) => role === "lead")?.[0].id ?? null;
  await tx
    .insertInto("projects")
    .values({
      workspaceId,
      id,
      key,
      name: `${key} project`,
      currency: "EUR",
      clientId,
      leadId,
      startOn: "2026-03-02",
      dueOn: "2026-08-31",
      pausedAt: null,
      archivedAt: null,
    })
    .execute();
  for (const [person, role] of people)
    await tx
      .insertInto("projectMembers")
      .values({ workspaceId, projectId: id, personId: person.id, role })
      .execute();
  const columns = { todo: newId(), doing: newId(), done: newId() };
  const names = [
    ["todo", "To do", "a0"],
    ["doing", "Doing", "a1"],
    ["done", "Done", "a2"],
  ] as const;
  for (const [category, name, position] of names)
    await tx
      .insertInto("columns")
      .values({ workspaceId, id: columns[category], projectId: id, name, category, position, wipLimit: null })
      .execute();
  return { id, clientId, columns };
}
