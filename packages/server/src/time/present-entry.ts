import type { TimeEntryView } from "./time.view.ts";
import type { TimeEntryRow } from "./time-entries.store.ts";

export function presentEntry(row: TimeEntryRow): TimeEntryView {
  const { id, personId, cardId, onDate, minutes, note, revision } = row;
  const entry = { id, personId, cardId, onDate, minutes, note, revision };
  if (!row.seen) return { ...entry, card: null, project: null };
  return {
    ...entry,
    card: { id: cardId, ref: `${row.key}-${row.number}`, title: row.title },
    project: { id: row.projectId, key: row.key, name: row.projectName },
  };
}
