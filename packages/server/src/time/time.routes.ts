import { z } from "zod";
import { Answer, route } from "../access/route.ts";
import { visibleCard } from "../board/card-access.store.ts";
import { civilDate, line, uuid } from "../kit/fields.ts";
import { presentTimer } from "./present-timer.ts";
import { CardTime, RunningTimer, StartedTimer, StoppedTimer, TimeEntry, TimeSheet } from "./time.view.ts";
import { bookTime, changeEntry, removeEntry, visibleEntry } from "./time-entries.ts";
import { cardTime, timeCsv, timeSheet } from "./time-sheet.ts";
import { ownTimer } from "./timers.store.ts";
import { ownStop, resumeTimer, startTimer, stopTimer } from "./timers.ts";
import { lockWeek, openWeek, weekOf } from "./week-locks.ts";

const tag = "Time";
const OneCard = z.strictObject({ cardId: uuid() });
const OneEntry = z.strictObject({ entryId: uuid() });
const worked = () => z.int().min(1, "Write at least one minute.").max(1_440, "A day has 24 hours.");
const Span = z.strictObject({
  from: civilDate(),
  to: civilDate(),
  personId: uuid().optional(),
  projectId: uuid().optional(),
});
const monday = () => civilDate().refine((day) => weekOf(day) === day, "A week is named by its Monday.");

const entryRoutes = [
  route({
    method: "GET",
    path: "/time-entries",
    id: "listTimeEntries",
    tag,
    summary: "What was worked between two days: one's own, and for who leads that of the others",
    query: Span,
    response: TimeSheet,
    policy: { action: "time.read" },
    handle: (scope, { query }) => timeSheet(scope, query),
  }),
  route({
    method: "GET",
    path: "/time-entries/file",
    id: "exportTimeEntries",
    tag,
    summary: "The same as CSV",
    query: Span,
    policy: { action: "time.read" },
    handle: async (scope, { query }) =>
      new Answer(200, await timeCsv(scope, query), {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="time-${query.from}-${query.to}.csv"`,
        "cache-control": "private, no-store",
      }),
  }),
  route({
    method: "PATCH",
    path: "/time-entries/{entryId}",
    id: "changeTimeEntry",
    tag,
    summary: "Another day, other minutes or words",
    params: OneEntry,
    body: z.strictObject({
      onDate: civilDate().optional(),
      minutes: worked().optional(),
      note: line(240).optional(),
    }),
    response: TimeEntry,
    ifMatch: true,
    policy: { action: "time.edit", load: (scope, { params }) => visibleEntry(scope, params.entryId) },
    handle: (scope, { body, revision }, { entry }) => changeEntry(scope, entry, revision, body),
  }),
  route({
    method: "DELETE",
    path: "/time-entries/{entryId}",
    id: "removeTimeEntry",
    tag,
    summary: "Take an entry away",
    status: 204,
    params: OneEntry,
    policy: { action: "time.edit", load: (scope, { params }) => visibleEntry(scope, params.entryId) },
    handle: (scope, _input, { entry }) => removeEntry(scope, entry),
  }),
];

const cardRoutes = [
  route({
    method: "GET",
    path: "/cards/{cardId}/time",
    id: "getCardTime",
    tag,
    summary: "What was worked on a card, and who is at it now",
    params: OneCard,
    response: CardTime,
    policy: { action: "project.read", load: (scope, { params }) => visibleCard(scope, params.cardId) },
    handle: (scope, { params }) => cardTime(scope, params.cardId),
  }),
  route({
    method: "POST",
    path: "/cards/{cardId}/time",
    id: "bookTime",
    tag,
    summary: "Write down what you worked on a day",
    params: OneCard,
    body: z.strictObject({ onDate: civilDate(), minutes: worked(), note: line(240).default("") }),
    response: TimeEntry,
    policy: { action: "card.edit", load: (scope, { params }) => visibleCard(scope, params.cardId) },
    handle: async (scope, { body: { note, ...day } }, { card }) => {
      const [made] = await bookTime(scope, { cardId: card.id, projectId: card.projectId, days: [day], note });
      return TimeEntry.parse(made);
    },
  }),
  route({
    method: "POST",
    path: "/cards/{cardId}/timer",
    id: "startTimer",
    tag,
    summary: "Start your clock on a card; one that runs elsewhere is stopped and written down",
    status: 200,
    params: OneCard,
    body: z.strictObject({}),
    response: StartedTimer,
    policy: { action: "card.edit", load: (scope, { params }) => visibleCard(scope, params.cardId) },
    handle: async (scope, _input, { card }) => {
      const { timer, stopped } = await startTimer(scope, card);
      return { ...presentTimer(timer), stopped };
    },
  }),
];

const timerRoutes = [
  route({
    method: "GET",
    path: "/timer",
    id: "getTimer",
    tag,
    summary: "Your clock, if it runs",
    response: z.object({ timer: RunningTimer.nullable() }),
    policy: { action: "time.read" },
    handle: async (scope) => {
      const timer = await ownTimer(scope);
      return { timer: timer ? presentTimer(timer) : null };
    },
  }),
  route({
    method: "POST",
    path: "/timer/stop",
    id: "stopTimer",
    tag,
    summary: "Stop your clock, and write down what has passed or not",
    status: 200,
    body: z.strictObject({ keep: z.boolean() }),
    response: StoppedTimer,
    policy: { action: "time.read" },
    handle: (scope, { body }) => stopTimer(scope, body),
  }),
  route({
    method: "POST",
    path: "/timer/resume",
    id: "resumeTimer",
    tag,
    summary: "Take a stop of your clock back: it runs on, and what the stop wrote down goes",
    status: 200,
    body: z.strictObject({ stopId: uuid() }),
    response: RunningTimer,
    policy: { action: "card.edit", load: (scope, { body }) => ownStop(scope, body.stopId) },
    handle: async (scope, _input, { card, stop }) => presentTimer(await resumeTimer(scope, card, stop)),
  }),
];

const lockRoutes = [
  route({
    method: "PUT",
    path: "/time-entries/locks",
    id: "lockWeek",
    tag,
    summary: "Close a week, so that nobody changes its time any more, or open it again",
    status: 204,
    body: z.strictObject({ weekOn: monday(), locked: z.boolean() }),
    policy: { action: "time.lock" },
    handle: (scope, { body }) => (body.locked ? lockWeek : openWeek)(scope, body.weekOn),
  }),
];

export const timeRoutes = [...entryRoutes, ...cardRoutes, ...timerRoutes, ...lockRoutes];
