/** The words for a part of a template's file, by its name there. */
const PARTS: Record<string, string> = {
  milestones: "Milestone",
  activities: "activity",
  roles: "Role",
  objectives: "Objective",
  procedures: "Procedure",
  links: "Link",
  fixedDate: "Fixed date",
  ownerRole: "owner",
  approverRole: "approver",
  objectiveKeys: "objectives",
  roleKey: "role",
  procedureKey: "procedure",
};

/** "milestones.0.activities.2" -> "Milestone 1, activity 3": people count from 1. */
export function placeText(path: string): string {
  const words: string[] = [];
  for (const part of path.split(".")) {
    const n = /^\d+$/.test(part) ? Number(part) + 1 : null;
    if (n === null) words.push(PARTS[part] ?? part);
    else words.push(`${words.pop() ?? ""} ${n}`.trim());
  }
  // A whole list that could not be read has no number: "Procedures".
  if (words.length === 1 && !/\d$/.test(path) && path !== "fixedDate") return `${words[0]}s`;
  return words.join(", ");
}
