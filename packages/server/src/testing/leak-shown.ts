import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../db/database.ts";
import { PUBLISHED, SHOWN } from "./leak-columns.ts";
import { marksIn } from "./leak-markers.ts";

interface Reader {
  projectId: string;
  personId: string;
}

/** The marks that this person may read today. */
export function shownNow(db: Tx, reader: Reader): Promise<Set<string>> {
  return marksOf(db, SHOWN, reader);
}

/** The marks that a publication of this moment would put before them. */
export function shownOncePublished(db: Tx, projectId: string): Promise<Set<string>> {
  return marksOf(db, PUBLISHED, { projectId, personId: projectId });
}

async function marksOf(db: Tx, lists: typeof SHOWN, { projectId, personId }: Reader): Promise<Set<string>> {
  const marks = new Set<string>();
  for (const { from, columns, where } of lists)
    for (const column of columns) {
      const { rows } = await sql<{ text: string | null }>`
        select ${sql.ref(column)}::text as text from ${sql.table(`milepost.${from}`)} where ${given(where, { projectId, personId })}`.execute(
        db,
      );
      for (const { text } of rows) for (const each of marksIn(text ?? "")) marks.add(each);
    }
  return marks;
}

function given(where: string, { projectId, personId }: Reader): RawBuilder<unknown> {
  const parts = where.split(/(:project|:person)/);
  return sql.join(
    parts.map((part) =>
      part === ":project"
        ? sql`${projectId}::uuid`
        : part === ":person"
          ? sql`${personId}::uuid`
          : sql.raw(part),
    ),
    sql``,
  );
}
