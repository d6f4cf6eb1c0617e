import { usualAnswerDays } from "@milepost/planning";
import { z } from "zod";
import { route } from "../access/route.ts";
import { client } from "../clients/clients.ts";
import { uuid } from "../kit/fields.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { clientTimes } from "./client-times.store.ts";
import { answerDays } from "./client-times.ts";
import { clientDays } from "./people-calendars.ts";
import { clientHolidays } from "./work-times.store.ts";

const AnswerTimes = z
  .object({
    /** Working days that the client usually takes, by its own answers; null while there are too few. */
    usualDays: z.int().nullable(),
    /** How many answers that rests on. */
    answers: z.int(),
  })
  .meta({ id: "AnswerTimes" });

export const clientTimeRoutes = [
  route({
    method: "GET",
    path: "/clients/{clientId}/answer-times",
    id: "getAnswerTimes",
    tag: "Clients",
    summary: "How soon a client has answered requests and approvals so far, over all its projects",
    params: z.strictObject({ clientId: uuid() }),
    response: AnswerTimes,
    policy: {
      action: "client.read",
      load: (scope, { params }) => client(scope, params.clientId).then(() => ({})),
    },
    handle: async (scope, { params }) => {
      const { id, zone: own } = await client(scope, params.clientId);
      const holidays = await clientHolidays(scope, id);
      const { calendar, zone } = clientDays({ holidays, zone: own }, await workCalendar(scope));
      const days = answerDays(await clientTimes(scope, { clientId: id }), calendar, zone);
      return { usualDays: usualAnswerDays(days), answers: days.length };
    },
  }),
];
