import type { Scope } from "../access/scope.ts";
import { queueMail } from "../mail/mails.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import type { News } from "./news.ts";
import type { PublicationRow, Recipient } from "./publications.store.ts";
import { teamOf } from "./receipts.store.ts";
import { teamDraft } from "./team-words.ts";

/** One mail for each of the team but who published it; answers with all who are told. */
export async function mailTeam(
  scope: Scope,
  publication: PublicationRow,
  name: string,
  news: News,
): Promise<Recipient[]> {
  const { id, projectId, personId, teamText, author, n, version } = publication;
  const { tx, kit, actor } = scope;
  const { project } = await visibleProject(scope, projectId);
  const people = (await teamOf(scope, projectId)).filter((one) => one.id !== personId);
  const text = teamText.trim() === "" ? teamDraft(news) : teamText;
  const path = `/p/${project.key.toLowerCase()}/updates#plan-${n}` as const;
  for (const one of people) {
    const to = { workspaceId: actor.workspaceId, personId: one.id, email: one.email };
    const data = { project: name, author, n, version, text, path };
    await queueMail(
      tx,
      kit,
      { ...to, projectId, subjectId: projectId },
      { kind: "notice", data },
      `${id}:${one.id}`,
    );
  }
  return people;
}
