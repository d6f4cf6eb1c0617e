import type { ReviewLine } from "./reviews.api.ts";

interface Wording {
  id: string | null;
  text: string;
}

/** Which criterion each line of the text is: the same words are the same one, other words reword what is left in its order, the rest is new. */
export function criteriaOf(text: string, criteria: ReviewLine["criteria"]): Wording[] {
  const lines = [
    ...new Set(
      text
        .split("\n")
        .map((line) => line.trim().replace(/^[-*•☐]\s+/, ""))
        .filter((line) => line !== ""),
    ),
  ];
  const same = new Map(criteria.map((each) => [each.text, each.id]));
  const free = criteria.filter((each) => !lines.includes(each.text)).map(({ id }) => id);
  return lines.map((line) => ({ id: same.get(line) ?? free.shift() ?? null, text: line }));
}

export function criteriaText(criteria: ReviewLine["criteria"]): string {
  return criteria.map(({ text }) => text).join("\n");
}
