import { z } from "zod";
import { route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { civilDate, line, uuid } from "../kit/fields.ts";
import {
  addDaysOff,
  availability,
  changePlace,
  changeWeek,
  daysOffOf,
  importDaysOff,
  removeDaysOff,
} from "./availability.ts";
import { member } from "./members.ts";
import { country, region } from "./place.ts";
import { Week } from "./week.ts";
import { WorkPattern } from "./work-patterns.view.ts";

const MOST_AT_ONCE = 400;

const Params = z.strictObject({ personId: uuid() });

/** Half a day off is the morning or the afternoon of one day. */
const DayPart = z.enum(["day", "morning", "afternoon"]);

const DaysOff = z
  .object({
    id: z.string(),
    personId: z.string(),
    fromOn: z.string(),
    toOn: z.string(),
    part: DayPart,
    /** Empty for everybody but the person. */
    reason: z.string(),
  })
  .meta({ id: "DaysOff" });

const Availability = z
  .object({
    personId: z.string(),
    week: Week.nullable(),
    workspaceWeek: Week,
    /** Whose public holidays they have; null where the workspace's hold. */
    country: z.string().nullable(),
    region: z.string().nullable(),
    /** Weeks that hold from a date on; of two the one that begins later wins. */
    patterns: z.array(WorkPattern),
    daysOff: z.array(DaysOff),
  })
  .meta({ id: "Availability" });

export const availabilityRoutes = [
  route({
    method: "GET",
    path: "/availability/{personId}",
    id: "getAvailability",
    tag: "Calendar",
    summary: "When a person works",
    params: Params,
    response: Availability,
    policy: { action: "availability.read", load: (scope, { params }) => person(scope, params.personId) },
    handle: (scope, { params }) => availability(scope, params.personId),
  }),
  route({
    method: "PUT",
    path: "/availability/{personId}",
    id: "changeAvailability",
    tag: "Calendar",
    summary: "Set a person's own week, or go back to the workspace's",
    params: Params,
    body: z.strictObject({ week: Week.nullable() }),
    response: Availability,
    policy: { action: "availability.edit", load: (scope, { params }) => person(scope, params.personId) },
    handle: async (scope, { params, body }) => {
      await changeWeek(scope, params.personId, body.week);
      return availability(scope, params.personId);
    },
  }),
  route({
    method: "PUT",
    path: "/availability/{personId}/place",
    id: "changePlace",
    tag: "Calendar",
    summary: "Say whose public holidays a person has, or go back to the workspace's",
    params: Params,
    body: z.strictObject({ country: country().nullable(), region: region().nullable() }),
    response: Availability,
    policy: { action: "availability.edit", load: (scope, { params }) => person(scope, params.personId) },
    handle: async (scope, { params, body }) => {
      await changePlace(scope, params.personId, body);
      return availability(scope, params.personId);
    },
  }),
  route({
    method: "POST",
    path: "/days-off",
    id: "addDaysOff",
    tag: "Calendar",
    summary: "Say that a person is away",
    body: z.strictObject({
      personId: uuid().optional(),
      fromOn: civilDate(),
      toOn: civilDate(),
      part: DayPart.default("day"),
      reason: line(240).default(""),
    }),
    response: DaysOff,
    policy: {
      action: "availability.edit",
      load: (scope, { body }) => person(scope, body.personId ?? scope.actor.personId),
    },
    handle: (scope, { body }, { personId }) => addDaysOff(scope, { ...body, personId }),
  }),
  route({
    method: "POST",
    path: "/days-off/import",
    id: "importDaysOff",
    tag: "Calendar",
    summary: "Say that a person is away on days out of a calendar; days off already are passed over",
    body: z.strictObject({
      personId: uuid().optional(),
      days: z
        .array(z.strictObject({ fromOn: civilDate(), toOn: civilDate(), reason: line(240).default("") }))
        .min(1)
        .max(MOST_AT_ONCE),
    }),
    status: 200,
    response: z.object({ added: z.array(DaysOff), known: z.int() }),
    policy: {
      action: "availability.edit",
      load: (scope, { body }) => person(scope, body.personId ?? scope.actor.personId),
    },
    handle: async (scope, { body }, { personId }) => {
      const added = await importDaysOff(scope, personId, body.days);
      return { added, known: body.days.length - added.length };
    },
  }),
  route({
    method: "DELETE",
    path: "/days-off/{daysOffId}",
    id: "removeDaysOff",
    tag: "Calendar",
    summary: "Take days off back",
    params: z.strictObject({ daysOffId: uuid() }),
    policy: { action: "availability.edit", load: (scope, { params }) => daysOffOf(scope, params.daysOffId) },
    handle: (scope, _input, days) => removeDaysOff(scope, days),
  }),
];

async function person(scope: Scope, personId: string): Promise<{ personId: string }> {
  await member(scope, personId);
  return { personId };
}
