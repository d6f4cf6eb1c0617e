import { type CardContent, type ContentLists, dueWords, NO_CONTENT } from "../lib/card-content.ts";
import { counted } from "../lib/counted.ts";
import { estimateLine } from "../lib/estimate-texts.ts";

interface Part {
  value: string;
  /** The fields of a card's content that it stands for. */
  fields: readonly (keyof CardContent)[];
  /** Empty where the card has nothing of it. */
  label: (content: CardContent, lists: ContentLists) => string;
}

const named = (what: string, list: readonly { id: string; name: string }[], ids: readonly string[]) => {
  const names = list.flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])).join(", ");
  return names && `${what}: ${names}`;
};

const PRIORITIES = ["", "low", "medium", "high"];

const PARTS: readonly Part[] = [
  { value: "text", fields: ["body"], label: ({ body }) => (body.trim() ? "Text" : "") },
  {
    value: "checklist",
    fields: ["checklist"],
    label: ({ checklist }) =>
      checklist.length > 0 ? `Checklist, unticked: ${counted(checklist.length, "line")}` : "",
  },
  {
    value: "labels",
    fields: ["labels"],
    label: ({ labels }, lists) => named("Labels", lists.labels, labels),
  },
  {
    value: "people",
    fields: ["people"],
    label: (content, { people }) =>
      named("People", people, [
        ...content.people,
        ...content.checklist.flatMap(({ personId }) => personId ?? []),
      ]),
  },
  {
    value: "milestone",
    fields: ["milestoneId"],
    label: ({ milestoneId }, { milestones }) => {
      const found = milestones.find(({ id }) => id === milestoneId);
      return found ? `Milestone: M${found.number} ${found.title}` : "";
    },
  },
  {
    value: "priority",
    fields: ["priority"],
    label: ({ priority }) => (priority > 0 ? `Priority: ${PRIORITIES[priority] ?? priority}` : ""),
  },
  {
    value: "estimate",
    fields: ["low", "likely", "high"],
    label: (content) => (content.likely === null ? "" : `Estimate: ${estimateLine(content)}`),
  },
  {
    value: "due",
    fields: ["dueInDays"],
    label: ({ dueInDays }) => (dueInDays === null ? "" : `Days until due: ${dueWords(dueInDays)}`),
  },
  {
    value: "fields",
    fields: ["values"],
    label: ({ values }, lists) =>
      named(
        "Fields",
        lists.fields,
        values.map(({ fieldId }) => fieldId),
      ),
  },
  {
    value: "links",
    fields: ["links"],
    label: ({ links }) => (links.length > 0 ? `Links: ${links.map(({ title }) => title).join(", ")}` : ""),
  },
];

/** Only what this card has. */
export function contentParts(content: CardContent, lists: ContentLists): { value: string; label: string }[] {
  return PARTS.map(({ value, label }) => ({ value, label: label(content, lists) })).filter(
    ({ label }) => label !== "",
  );
}

/** The title with the parts that are named; without people nobody holds a line of the checklist. */
export function onlyParts(content: CardContent, taken: ReadonlySet<string>): CardContent {
  const fields = new Set(PARTS.flatMap((part) => (taken.has(part.value) ? part.fields : [])));
  const kept = Object.fromEntries(
    Object.entries(content).filter(([key]) => fields.has(key as keyof CardContent)),
  );
  const checklist = taken.has("checklist") ? content.checklist : [];
  return {
    ...NO_CONTENT,
    ...kept,
    title: content.title,
    checklist: checklist.map((item) => ({
      ...item,
      personId: taken.has("people") ? item.personId : null,
    })),
  };
}
