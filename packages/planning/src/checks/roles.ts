import { ask, type CheckContext, found } from "./check-context.ts";
import type { Finding, Fix, Subject } from "./finding.ts";

/** L11: a milestone that the client approves without anybody to decide, or a contact whose role nobody has said. */
export function missingDeciders({ plan, open }: CheckContext): Finding[] {
  const approvers = plan.contacts.filter(({ role }) => role === "approver").map(({ id }) => id);
  const undecided = open
    .filter(({ clientApproval, approverIds }) => clientApproval && approverIds.length === 0)
    .map(({ id, title }) => {
      const subject: Subject = { kind: "milestone", id };
      const why = `The client approves “${title}”, but nobody is named who decides.`;
      return found("L11", "error", subject, why, { blocks: [id], fix: nameDecider(id, approvers, subject) });
    });
  const roleless = plan.contacts
    .filter(({ role }) => role === null)
    .map(({ id, name }) =>
      found(
        "L11",
        "error",
        { kind: "contact", id },
        `Nobody has said whether ${name} decides or only follows.`,
        {
          fix: { kind: "set_contact_role", contactId: id, role: "observer" },
        },
      ),
    );
  return [...undecided, ...roleless];
}

function nameDecider(milestoneId: string, approvers: readonly string[], subject: Subject): Fix {
  const [only, ...others] = approvers;
  if (only !== undefined && others.length === 0) return { kind: "add_approver", milestoneId, personId: only };
  return ask(subject, "approverIds", "Who at the client decides?", approvers);
}

/** L18: an open risk that nobody watches, or to which nobody has an answer. */
export function unansweredRisks({ plan, milestones }: CheckContext): Finding[] {
  return plan.risks
    .filter(({ status }) => status === "open")
    .flatMap(({ id, title, ownerId, response, milestoneIds }) => {
      const subject: Subject = { kind: "risk", id };
      const owners = milestoneIds.flatMap((milestoneId) => milestones.get(milestoneId)?.ownerId ?? []);
      const [candidate] = [...owners].sort((a, b) => (a < b ? -1 : 1));
      const choices = plan.people.map((person) => person.id);
      const fix: Fix =
        candidate === undefined
          ? ask(subject, "ownerId", "Who keeps an eye on it?", choices)
          : { kind: "set_risk_owner", riskId: id, personId: candidate };
      return [
        ...(ownerId === null
          ? [found("L18", "warn", subject, `Nobody watches the risk “${title}”.`, { fix })]
          : []),
        ...(response.trim() === ""
          ? [
              found("L18", "warn", subject, `Nobody knows what to do if “${title}” happens.`, {
                fix: ask(subject, "response", "What will you do if it happens?"),
              }),
            ]
          : []),
      ];
    });
}
