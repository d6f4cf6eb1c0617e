import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "./api.ts";
import { counted } from "./counted.ts";
import { minutesText } from "./minutes.ts";
import { keys } from "./query-keys.ts";

/** What a card is made from: a template, a copy, or what recurs. */
export type CardContent = Shape<"CardContent">;

interface Named {
  id: string;
  name: string;
}

/** What of the project a content may name. */
export interface ContentLists {
  labels: readonly Named[];
  people: readonly Named[];
  fields: readonly Named[];
  milestones: readonly { id: string; number: number; title: string }[];
}

export const NO_CONTENT: CardContent = {
  title: "",
  body: "",
  checklist: [],
  labels: [],
  people: [],
  milestoneId: null,
  priority: 0,
  low: null,
  likely: null,
  high: null,
  dueInDays: null,
  values: [],
  links: [],
};

export const contentQuery = (projectId: string, cardId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "card-content", cardId),
    queryFn: () => answer(api.GET("/api/v1/cards/{cardId}/content", { params: { path: { cardId } } })),
  });

const LEFT_OUT: Record<Shape<"MadeCard">["leftOut"][number], string> = {
  people: "people",
  labels: "labels",
  milestone: "the milestone",
  fields: "fields",
};

/** ", without labels gone from the project", where something was left out. */
export function leftOutWords(leftOut: Shape<"MadeCard">["leftOut"]): string {
  const without = leftOut.map((what) => LEFT_OUT[what]).join(", ");
  return without ? `, without ${without} gone from the project` : "";
}

/** What it holds besides its title, in a few words; what is gone from the project is not named. */
export function contentWords(
  { body, checklist, labels, people, milestoneId, likely, dueInDays, values, links }: CardContent,
  board: ContentLists,
): string[] {
  const named = (list: readonly Named[], ids: readonly string[]) =>
    list.flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])).join(", ");
  const milestone = board.milestones.find(({ id }) => id === milestoneId);
  const filledIn = named(
    board.fields,
    values.map(({ fieldId }) => fieldId),
  );
  return [
    body.trim() ? "text" : "",
    checklist.length > 0 ? counted(checklist.length, "checklist line") : "",
    named(board.labels, labels),
    named(board.people, people),
    milestone ? `M${milestone.number} ${milestone.title}` : "",
    likely === null ? "" : minutesText(likely),
    dueInDays === null ? "" : dueWords(dueInDays),
    filledIn,
    links.length > 0 ? counted(links.length, "link") : "",
  ].filter((each) => each !== "");
}

/** "due 3 working days after it is made". */
export function dueWords(days: number): string {
  return days === 0 ? "due on the day it is made" : `due ${counted(days, "working day")} after it is made`;
}
