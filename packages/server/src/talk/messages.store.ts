import type { Scope } from "../access/scope.ts";
import type { Audience } from "./subject.ts";

export interface MessageRow {
  id: string;
  projectId: string;
  title: string;
  body: string;
  audience: string;
  authorId: string | null;
  authorName: string | null;
  createdAt: Date;
}

function messages({ tx, actor }: Scope) {
  return tx
    .selectFrom("messages as m")
    .leftJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "m.workspaceId").onRef("p.id", "=", "m.authorId"),
    )
    .select(["m.id", "m.projectId", "m.title", "m.body", "m.audience", "m.authorId", "m.createdAt"])
    .select("p.name as authorName")
    .where("m.workspaceId", "=", actor.workspaceId);
}

/** Newest first, from before the given one on. */
export async function listMessages(
  scope: Scope,
  projectId: string,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<MessageRow[]> {
  const from = before === undefined ? undefined : await findMessage(scope, before);
  return messages(scope)
    .where("m.projectId", "=", projectId)
    .$if(from !== undefined, (query) =>
      query.where((row) =>
        row(
          row.refTuple("m.createdAt", "m.id"),
          "<",
          row.tuple(from?.createdAt ?? new Date(0), from?.id ?? ""),
        ),
      ),
    )
    .orderBy("m.createdAt", "desc")
    .orderBy("m.id", "desc")
    .limit(limit)
    .execute();
}

export async function findMessage(scope: Scope, id: string): Promise<MessageRow | undefined> {
  return messages(scope).where("m.id", "=", id).executeTakeFirst();
}

export interface NewMessage {
  id: string;
  projectId: string;
  title: string;
  body: string;
  audience: Audience;
}

export async function insertMessage({ tx, actor, now }: Scope, message: NewMessage): Promise<void> {
  const { workspaceId, personId: authorId } = actor;
  await tx
    .insertInto("messages")
    .values({ ...message, workspaceId, authorId, createdAt: now })
    .execute();
}

/** False when somebody else was faster. */
export async function removeMessage({ tx, actor }: Scope, id: string): Promise<boolean> {
  const result = await tx
    .deleteFrom("messages")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
