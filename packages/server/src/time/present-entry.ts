import type { TimeEntryView } from "./time.view.ts";
import type { TimeEntryRow } from "./time-entries.store.ts";

export function presentEntry(row: TimeEntryRow): TimeEntryView {
  const { id, personId, onDate, minutes, note, revision } = row;
  return {
    ...{ id, personId, onDate, minutes, note, revision },
    card: { id: row.cardId, ref: `${row.key}-${row.number}`, title: row.title },
    project: { id: row.projectId, key: row.key, name: row.projectName },
  };
}
