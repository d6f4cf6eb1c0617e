import type { PortalTx } from "../db/database.ts";
import { ClientSnapshot } from "../publications/client-snapshot.view.ts";

interface Which {
  projectId: string;
  id?: string;
  number?: number;
}

/** One request as this person may see it, with what was sent and their own draft. */
export async function requestForClient(tx: PortalTx, { projectId, id, number }: Which) {
  let query = tx.selectFrom("portal.requests").selectAll().where("projectId", "=", projectId);
  query = id === undefined ? query.where("number", "=", number ?? 0) : query.where("id", "=", id);
  const request = await query.executeTakeFirst();
  if (!request) return undefined;
  const answers = await tx
    .selectFrom("portal.answers")
    .selectAll()
    .where("requestId", "=", request.id)
    .orderBy("round")
    .execute();
  const files = await tx
    .selectFrom("portal.answerFiles as af")
    .innerJoin("portal.answers as a", "a.id", "af.answerId")
    .innerJoin("portal.files as f", "f.id", "af.fileId")
    .select(["af.answerId", "f.id", "f.name"])
    .where("a.requestId", "=", request.id)
    .orderBy("f.name")
    .orderBy("f.id")
    .execute();
  const names = await tx
    .selectFrom("portal.people")
    .select(["id", "name"])
    .where("projectId", "=", projectId)
    .execute();
  return {
    request,
    answers: answers.map((answer) => ({
      ...answer,
      through: names.find((person) => person.id === answer.handedOverBy)?.name ?? null,
      files: files.filter(({ answerId }) => answerId === answer.id),
    })),
    contactName: names.find((person) => person.id === request.contactId)?.name ?? "",
    milestone: await publishedMilestone(tx, projectId, request.milestoneId),
  };
}

export type RequestForClient = NonNullable<Awaited<ReturnType<typeof requestForClient>>>;

/** The milestone as the client was last told; null for one that they know nothing of. */
async function publishedMilestone(
  tx: PortalTx,
  projectId: string,
  milestoneId: string | null,
): Promise<{ title: string; number: number; targetOn: string | null } | null> {
  if (milestoneId === null) return null;
  const row = await tx
    .selectFrom("portal.publications")
    .select("snapshot")
    .where("projectId", "=", projectId)
    .orderBy("n", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { milestones } = ClientSnapshot.parse(JSON.parse(row.snapshot));
  const found = milestones.find(({ id }) => id === milestoneId);
  return found ? { title: found.title, number: found.number, targetOn: found.targetOn } : null;
}
