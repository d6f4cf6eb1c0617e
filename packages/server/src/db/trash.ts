import { type Expression, type SqlBool, sql } from "kysely";

/** Things in the trash are not there for anybody; `sql.ref` names the id column of the outer query. */
export function notInTrash(workspaceColumn: string, idColumn: string): Expression<SqlBool> {
  return sql<SqlBool>`not exists (select from trash t where t.workspace_id = ${sql.ref(workspaceColumn)} and t.thing_id = ${sql.ref(idColumn)})`;
}
