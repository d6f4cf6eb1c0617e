import type { Api } from "./account.ts";
import type { Mailbox } from "./mailbox.ts";

export const DANA = { name: "Dana Reyes", email: "dana@rosa.test" };
export const LEE = { name: "Lee Marsh", email: "lee@rosa.test" };

export interface ClientProject {
  projectId: string;
  clientId: string;
  /** Approver and observer, by their names. */
  contacts: { dana: string; lee: string };
}

/** A project of Rosa Bakery with Dana who decides and Lee who looks on. */
export async function projectOfRosa(owner: Api): Promise<ClientProject> {
  const client = await owner.call<{ id: string }>("POST", "/clients", { name: "Rosa Bakery" });
  const project = await owner.call<{ id: string }>("POST", "/projects", {
    name: "Rosa site",
    key: "ROS",
    clientId: client.id,
  });
  const contact = async (who: typeof DANA, role: string) => {
    const wanted = { ...who, clientId: client.id };
    const { personId } = await owner.call<{ personId: string }>("POST", "/contacts", wanted);
    await owner.call("PUT", `/projects/${project.id}/contacts/${personId}`, { role });
    return personId;
  };
  const contacts = { dana: await contact(DANA, "approver"), lee: await contact(LEE, "observer") };
  return { projectId: project.id, clientId: client.id, contacts };
}

/** Publishes the plan as it stands and waits until clients read it. */
export async function publishNow(owner: Api, projectId: string): Promise<void> {
  const preview = await owner.call<{ hash: string; last: number }>(
    "GET",
    `/projects/${projectId}/publication-preview`,
  );
  const { heldUntil } = await owner.call<{ heldUntil: string }>(
    "POST",
    `/projects/${projectId}/publications`,
    {
      clientText: "This is our plan.",
      teamText: "",
      expectedHash: preview.hash,
      expectedLast: preview.last,
    },
  );
  const left = Date.parse(heldUntil) - Date.now();
  if (left > 0) await new Promise((resume) => setTimeout(resume, left + 100));
}

/** Somebody comes onto the team by the link in their mail. */
export async function joinByMail(
  owner: Api,
  mailbox: Mailbox,
  { name, email, password }: { name: string; email: string; password: string },
  projectId: string,
): Promise<void> {
  await owner.call("POST", "/invitations", { email, role: "member", projectIds: [projectId] });
  const { text } = await mailbox.next(email, /invites you/);
  const token = /\/invitation\/([\w-]{43})/.exec(text)?.[1];
  await owner.call("POST", "/invitations/accept", { token, name, password });
}

export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
