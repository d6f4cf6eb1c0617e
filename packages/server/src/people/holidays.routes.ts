import { z } from "zod";
import { route } from "../access/route.ts";
import { civilDate, onePage, pageOf, title, uuid } from "../kit/fields.ts";
import {
  addHoliday,
  addHolidays,
  holiday,
  holidaysAt,
  importHolidays,
  previewHolidays,
  removeHoliday,
  removeHolidays,
  restoreHoliday,
} from "./holidays.ts";
import { country, region } from "./place.ts";
import { regionsOf } from "./public-holidays.ts";

const tag = "Calendar";
/** Two years of days, and some. */
const MOST_AT_ONCE = 800;

const Holiday = z
  .object({
    id: z.string(),
    onDate: z.string(),
    name: z.string(),
    source: z.string(),
    /** Whose day it is: empty for everybody's, else of who works in this country or region. */
    place: z.string(),
  })
  .meta({ id: "Holiday" });

const PreviewedHoliday = z
  .object({
    onDate: z.string(),
    name: z.string(),
    /** `removed` was taken out here and stays out; `gone` is here and no longer in the list. */
    state: z.enum(["new", "here", "removed", "gone", "part of a day"]),
  })
  .meta({ id: "PreviewedHoliday" });

const PlaceQuery = z.strictObject({ country: country(), region: region().optional() });
const Params = z.strictObject({ holidayId: uuid() });

export const holidayRoutes = [
  route({
    method: "GET",
    path: "/holidays",
    id: "listHolidays",
    tag,
    summary: "The holidays of a country or region, without one those of the workspace",
    query: PlaceQuery.partial().extend({ year: z.coerce.number().int().min(1900).max(2199).optional() }),
    response: pageOf(Holiday),
    policy: { action: "workspace.read" },
    handle: async (scope, { query: { country, region, year } }) =>
      onePage(await holidaysAt(scope, country ? { country, region: region ?? null } : null, year)),
  }),
  route({
    method: "GET",
    path: "/holidays/regions",
    id: "listRegions",
    tag,
    summary: "The regions of a country that have holidays of their own",
    query: z.strictObject({ country: country().default("DE") }),
    response: pageOf(z.object({ code: z.string(), name: z.string() })),
    policy: { action: "workspace.read" },
    handle: async (_scope, { query }) => onePage(await regionsOf(query.country)),
  }),
  route({
    method: "GET",
    path: "/holidays/preview",
    id: "previewHolidays",
    tag,
    summary: "What taking over the public holidays of a country or region would add; changes nothing",
    query: PlaceQuery,
    response: pageOf(PreviewedHoliday),
    policy: { action: "workspace.read" },
    handle: async (scope, { query: { country, region } }) =>
      onePage(await previewHolidays(scope, { country, region: region ?? null })),
  }),
  route({
    method: "POST",
    path: "/holidays",
    id: "addHoliday",
    tag,
    summary: "Add a day on which nobody works",
    body: z.strictObject({ onDate: civilDate(), name: title(120) }),
    response: Holiday,
    policy: { action: "workspace.edit" },
    handle: (scope, { body }) => addHoliday(scope, body),
  }),
  route({
    method: "POST",
    path: "/holidays/import",
    id: "importHolidays",
    tag,
    summary:
      "Give the workspace the public holidays of a country or region, or bring them up to its list; own and removed days stay so",
    body: PlaceQuery.extend({ year: z.int().min(1970).max(2199).optional() }),
    response: z.object({ added: z.int(), found: z.int() }),
    status: 200,
    policy: { action: "workspace.edit" },
    handle: (scope, { body: { country, region, year } }) =>
      importHolidays(scope, { country, region: region ?? null }, year),
  }),
  route({
    method: "POST",
    path: "/holidays/days",
    id: "addHolidays",
    tag,
    summary:
      "Add days out of a calendar on which nobody works; days that are holidays already are passed over",
    body: z.strictObject({
      days: z
        .array(z.strictObject({ onDate: civilDate(), name: title(120) }))
        .min(1)
        .max(MOST_AT_ONCE),
    }),
    status: 200,
    response: z.object({ added: z.array(Holiday), known: z.int() }),
    policy: { action: "workspace.edit" },
    handle: async (scope, { body }) => {
      const added = await addHolidays(scope, body.days);
      return { added, known: body.days.length - added.length };
    },
  }),
  route({
    method: "POST",
    path: "/holidays/days/remove",
    id: "removeHolidays",
    tag,
    summary: "Take holidays out of the calendar, several together; those that are out already stay so",
    body: z.strictObject({ ids: z.array(uuid()).min(1).max(MOST_AT_ONCE) }),
    status: 200,
    response: z.object({ removed: z.int() }),
    policy: { action: "workspace.edit" },
    handle: async (scope, { body }) => ({ removed: await removeHolidays(scope, body.ids) }),
  }),
  route({
    method: "DELETE",
    path: "/holidays/{holidayId}",
    id: "removeHoliday",
    tag,
    summary: "Take a holiday out of the calendar",
    params: Params,
    policy: {
      action: "workspace.edit",
      load: (scope, { params }) => holiday(scope, params.holidayId).then(() => ({})),
    },
    handle: (scope, { params }) => removeHoliday(scope, params.holidayId),
  }),
  route({
    method: "POST",
    path: "/holidays/{holidayId}/restore",
    id: "restoreHoliday",
    tag,
    summary: "Put a holiday back that was taken out",
    status: 200,
    params: Params,
    response: Holiday,
    policy: {
      action: "workspace.edit",
      load: (scope, { params }) => holiday(scope, params.holidayId).then(() => ({})),
    },
    handle: (scope, { params }) => restoreHoliday(scope, params.holidayId),
  }),
];
