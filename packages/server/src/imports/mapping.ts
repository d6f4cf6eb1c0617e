import { z } from "zod";
import { invalid } from "../kit/errors.ts";
import { uuid } from "../kit/fields.ts";
import type { ImportedBoard, ImportedMember } from "./imported-board.ts";
import { guessCategory } from "./list-category.ts";

export const ListChoice = z
  .discriminatedUnion("to", [
    z.strictObject({ to: z.literal("column"), category: z.enum(["todo", "doing", "done"]) }),
    z.strictObject({ to: z.literal("milestone") }),
    z.strictObject({ to: z.literal("skip") }),
  ])
  .meta({ id: "ImportListChoice" });

/** Lists and members that are not named here go where the preview suggests. */
export const Mapping = z.strictObject({
  lists: z.record(z.string().max(64), ListChoice).default({}),
  members: z.record(z.string().max(64), uuid().nullable()).default({}),
});

export type MappingData = z.infer<typeof Mapping>;

export interface Candidate {
  personId: string;
  name: string;
  email: string;
}

export function completeMapping(
  board: ImportedBoard,
  wanted: MappingData,
  people: readonly Candidate[],
  before: MappingData,
): MappingData {
  refuseUnknown(board, wanted, people);
  const suggested = suggestMapping(board, people, before);
  return {
    lists: { ...suggested.lists, ...wanted.lists },
    members: { ...suggested.members, ...wanted.members },
  };
}

/** What was chosen for this board before; else what the names say. */
export function suggestMapping(
  { lists, members }: ImportedBoard,
  people: readonly Candidate[],
  before: MappingData,
): MappingData {
  const here = new Set(people.map(({ personId }) => personId));
  const chosen = (memberId: string) => {
    const personId = before.members[memberId];
    return personId && here.has(personId) ? personId : null;
  };
  return {
    lists: Object.fromEntries(
      lists.map(({ id, name }) => [id, before.lists[id] ?? { to: "column", category: guessCategory(name) }]),
    ),
    members: Object.fromEntries(
      members.map((member) => [member.id, chosen(member.id) ?? matchOf(member, people)]),
    ),
  };
}

/** A mapping as the database kept it; none when the board is new here. */
export function storedMapping(stored: unknown): MappingData {
  return Mapping.safeParse(stored).data ?? { lists: {}, members: {} };
}

/** The same address, else the same name if only one person bears it. */
function matchOf(member: ImportedMember, people: readonly Candidate[]): string | null {
  const byMail = people.find(({ email }) => member.email !== null && email.toLowerCase() === member.email);
  if (byMail) return byMail.personId;
  const named = people.filter(({ name }) => [member.name, member.username].some((word) => same(word, name)));
  return named.length === 1 ? (named[0]?.personId ?? null) : null;
}

function refuseUnknown(
  board: ImportedBoard,
  { lists, members }: MappingData,
  people: readonly Candidate[],
): void {
  const [listIds, memberIds, personIds] = [
    ids(board.lists),
    ids(board.members),
    new Set(people.map((one) => one.personId)),
  ];
  const errors = [
    ...Object.keys(lists)
      .filter((id) => !listIds.has(id))
      .map((id) => ({ path: `mapping.lists.${id}`, message: "There is no such list in the file." })),
    ...Object.entries(members)
      .filter(([id, personId]) => !memberIds.has(id) || (personId !== null && !personIds.has(personId)))
      .map(([id]) => ({
        path: `mapping.members.${id}`,
        message: "There is no such person in the file, or here.",
      })),
  ];
  if (errors.length > 0) throw invalid(errors);
}

function ids(things: readonly { id: string }[]): Set<string> {
  return new Set(things.map(({ id }) => id));
}

function same(one: string, other: string): boolean {
  return one !== "" && one.trim().toLowerCase() === other.trim().toLowerCase();
}
