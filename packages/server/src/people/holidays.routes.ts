import { z } from "zod";
import { route } from "../access/route.ts";
import { civilDate, onePage, pageOf, title, uuid } from "../kit/fields.ts";
import { listHolidays } from "./holidays.store.ts";
import { addHoliday, holiday, importHolidays, removeHoliday } from "./holidays.ts";
import { country } from "./workspaces.routes.ts";

const Holiday = z
  .object({ id: z.string(), onDate: z.string(), name: z.string(), source: z.string() })
  .meta({ id: "Holiday" });

const HolidayImport = z.strictObject({
  country: country(),
  region: z
    .string()
    .regex(/^[A-Z0-9]{1,4}$/)
    .optional(),
  year: z.int().min(1970).max(2199),
});

export const holidayRoutes = [
  route({
    method: "GET",
    path: "/holidays",
    id: "listHolidays",
    tag: "Calendar",
    summary: "The workspace's holidays",
    query: z.strictObject({ year: z.coerce.number().int().min(1900).max(2199).optional() }),
    response: pageOf(Holiday),
    policy: { action: "workspace.read" },
    handle: async (scope, { query }) => onePage(await listHolidays(scope, query.year)),
  }),
  route({
    method: "POST",
    path: "/holidays",
    id: "addHoliday",
    tag: "Calendar",
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
    tag: "Calendar",
    summary: "Take over the public holidays of a country and year",
    body: HolidayImport,
    response: z.object({ added: z.int(), found: z.int() }),
    status: 200,
    policy: { action: "workspace.edit" },
    handle: (scope, { body }) => importHolidays(scope, body),
  }),
  route({
    method: "DELETE",
    path: "/holidays/{holidayId}",
    id: "removeHoliday",
    tag: "Calendar",
    summary: "Take a holiday out of the calendar",
    params: z.strictObject({ holidayId: uuid() }),
    policy: {
      action: "workspace.edit",
      load: (scope, { params }) => holiday(scope, params.holidayId).then(() => ({})),
    },
    handle: (scope, { params }) => removeHoliday(scope, params.holidayId),
  }),
];
