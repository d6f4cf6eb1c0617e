import { z } from "zod";
import { route } from "../access/route.ts";
import { title, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { type FieldRow, listFields, visibleField } from "./custom-fields.store.ts";
import { changeField, createField, moveFields, trashField } from "./custom-fields.ts";
import { CountedField, CustomField, FIELD_KINDS } from "./custom-fields.view.ts";

const Params = z.strictObject({ fieldId: uuid() });
const ProjectParams = z.strictObject({ projectId: uuid() });
const name = () => title(80);
const ids = () => z.array(uuid()).max(200);

export const customFieldRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/fields",
    id: "listFields",
    tag: "Fields",
    summary: "The project's own fields in their order, with how many cards have filled each in",
    params: ProjectParams,
    response: z.object({ items: z.array(CountedField) }),
    policy: { action: "card.create", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) => ({ items: await listFields(scope, project.id) }),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/fields",
    id: "createField",
    tag: "Fields",
    summary: "A new field for the project's cards",
    params: ProjectParams,
    body: z.strictObject({
      name: name(),
      kind: z.enum(FIELD_KINDS),
      choices: z.array(name()).max(100).default([]),
    }),
    response: CustomField,
    policy: { action: "card.create", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { body }, { project }) => present(await createField(scope, project.id, body)),
  }),
  route({
    method: "PUT",
    path: "/projects/{projectId}/fields/order",
    id: "orderFields",
    tag: "Fields",
    summary: "Their order; refused when it is no longer as you saw it",
    params: ProjectParams,
    status: 204,
    body: z.strictObject({ ids: ids(), expected: ids() }),
    policy: { action: "card.create", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { body }, { project }) => moveFields(scope, project.id, body.ids, body.expected),
  }),
  route({
    method: "PATCH",
    path: "/fields/{fieldId}",
    id: "changeField",
    tag: "Fields",
    summary: "Name and choices; cards with a renamed choice go along",
    params: Params,
    body: z
      .strictObject({
        name: name(),
        choices: z.array(z.strictObject({ name: name(), was: name().optional() })).max(100),
      })
      .partial(),
    response: CustomField,
    ifMatch: true,
    policy: { action: "card.create", load: (scope, { params }) => visibleField(scope, params.fieldId) },
    handle: async (scope, { body, revision }, { field }) =>
      present(await changeField(scope, field, revision, body)),
  }),
  route({
    method: "DELETE",
    path: "/fields/{fieldId}",
    id: "deleteField",
    tag: "Fields",
    summary: "Into the trash with all its values, from where it can be restored for 30 days",
    params: Params,
    policy: { action: "card.create", load: (scope, { params }) => visibleField(scope, params.fieldId) },
    handle: (scope, _input, { field }) => trashField(scope, field),
  }),
];

function present({ id, name: called, kind, choices, revision }: FieldRow): z.infer<typeof CustomField> {
  return { id, name: called, kind, choices, revision };
}
