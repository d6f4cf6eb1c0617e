import { parseQuickAdd } from "../lib/quick-add.ts";

export interface PlannedLine {
  text: string;
  personId: string | null;
  dueOn: string | null;
}

interface World {
  people: readonly { id: string; name: string }[];
  today: string;
}

/** The last words of a line, one or two of them: "@ana", "fri", "12 jun". */
const LAST = [/\s+(\S+\s+\S+)$/, /\s+(\S+)$/];

/** A line with the person and the day that stand at its end; words in its middle are left alone. */
export function plannedLine(typed: string, { people, today }: World): PlannedLine {
  const line: PlannedLine = { text: typed.trim(), personId: null, dueOn: null };
  for (;;) {
    const found = LAST.flatMap((last) => {
      const words = last.exec(line.text)?.[1];
      const read = words ? parseQuickAdd(words, { people, labels: [], milestones: [], today }) : null;
      const [chip, second] = read?.chips ?? [];
      return words && chip && !second && read?.title.trim() === "" ? [{ words, chip }] : [];
    })[0];
    if (found?.chip.kind === "person" && line.personId === null) line.personId = found.chip.id;
    else if (found?.chip.kind === "due" && line.dueOn === null) line.dueOn = found.chip.day;
    else return line;
    line.text = line.text.slice(0, -found.words.length).trim();
  }
}
