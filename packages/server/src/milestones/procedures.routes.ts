import { z } from "zod";
import type { PolicyObject } from "../access/roles.ts";
import { route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { onePage, pageOf, title, uuid } from "../kit/fields.ts";
import { listProcedures, type ProcedureRow } from "./procedures.store.ts";
import { changeProcedure, createProcedure, dropProcedure, procedure } from "./procedures.ts";

const Procedure = z
  .object({ id: z.string(), name: z.string(), steps: z.array(z.string()), revision: z.int() })
  .meta({ id: "Procedure" });

const One = z.strictObject({ procedureId: uuid() });
const NewProcedure = z.strictObject({ name: title(), steps: z.array(title(500)).max(100) });
const tag = "Procedures";

export const procedureRoutes = [
  route({
    method: "GET",
    path: "/procedures",
    id: "listProcedures",
    tag,
    summary: "Reusable checklists",
    response: pageOf(Procedure),
    policy: { action: "workspace.read" },
    handle: async (scope) => onePage((await listProcedures(scope)).map(present)),
  }),
  route({
    method: "POST",
    path: "/procedures",
    id: "createProcedure",
    tag,
    summary: "Write down a procedure",
    body: NewProcedure,
    response: Procedure,
    policy: { action: "procedure.edit" },
    handle: async (scope, { body }) => present(await createProcedure(scope, body)),
  }),
  route({
    method: "PATCH",
    path: "/procedures/{procedureId}",
    id: "changeProcedure",
    tag,
    summary: "Change a procedure; checklists already copied stay",
    params: One,
    body: NewProcedure.partial(),
    response: Procedure,
    ifMatch: true,
    policy: { action: "procedure.edit", load: one },
    handle: async (scope, { body, params, revision }) =>
      present(await changeProcedure(scope, params.procedureId, revision, body)),
  }),
  route({
    method: "DELETE",
    path: "/procedures/{procedureId}",
    id: "deleteProcedure",
    tag,
    summary: "Remove a procedure",
    params: One,
    policy: { action: "procedure.edit", load: one },
    handle: (scope, _input, { found }) => dropProcedure(scope, found),
  }),
];

async function one(
  scope: Scope,
  { params }: { params: { procedureId: string } },
): Promise<PolicyObject & { found: ProcedureRow }> {
  return { found: await procedure(scope, params.procedureId) };
}

function present(row: ProcedureRow) {
  return Procedure.parse(row);
}
