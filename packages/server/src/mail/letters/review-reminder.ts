import { letterKind, oneLine } from "../letter-kind.ts";

interface Data {
  key: string;
  project: string;
  dueAt: string;
  /** Of whoever reads it. */
  zone: string;
  /** What is known already: names and titles, nothing that somebody has to prepare. */
  agenda: { name: string; value: string }[];
}

/** The evening before a review, to each member who is invited. */
export const reviewReminder = letterKind<Data>({
  subject: ({ project, dueAt, zone }, say) =>
    oneLine(`${project}: review ${say.moment(new Date(dueAt), zone)}`),
  letter: ({ project, dueAt, zone, agenda }, say) => ({
    preview: agenda.map(({ name }) => name).join(", ") || "Nothing is waiting.",
    heading: `Review of ${project}`,
    paragraphs: [
      `${say.moment(new Date(dueAt), zone)} (${zone}).`,
      agenda.length === 0
        ? "Nothing is off track, and nothing waits for anybody. It will be short."
        : "This is what there is to talk about. It opens filled in; nothing needs preparing.",
    ],
    facts: agenda,
    action: "Open the review",
    footer: "You get this mail because you are invited to the reviews of this project.",
  }),
  address: (kit, { key }) => `${kit.baseUrl}/p/${key.toLowerCase()}/review`,
  optional: { called: "A review is tomorrow", readers: ["member"] },
});
