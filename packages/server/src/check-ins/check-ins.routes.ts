import { z } from "zod";
import { route } from "../access/route.ts";
import { civilDate, pageOf, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { answer, listAnswers, visibleAnswer } from "./answers.ts";
import { visibleCheckIn } from "./check-ins.store.ts";
import { readCheckIn, removeCheckIn, scheduleOwn, setUpCheckIn } from "./check-ins.ts";
import { Answer, AnswerWish, CheckIn, CheckInWish, OwnSchedule, ProjectCheckIn } from "./check-ins.view.ts";

const InProject = z.strictObject({ projectId: uuid() });
const One = z.strictObject({ checkInId: uuid() });
const tag = "Talk";

export const checkInRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/check-in",
    id: "getCheckIn",
    tag,
    summary: "What a project asks its people again and again, whom and when",
    params: InProject,
    response: ProjectCheckIn,
    policy: { action: "plan.work", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, _input, { project }) => readCheckIn(scope, project),
  }),
  route({
    method: "PUT",
    path: "/projects/{projectId}/check-in",
    id: "setUpCheckIn",
    tag,
    summary: "Say what is asked, whom and when; or pause it",
    params: InProject,
    body: CheckInWish,
    response: ProjectCheckIn,
    policy: { action: "project.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { body }, { project }) => {
      await setUpCheckIn(scope, project, body);
      return readCheckIn(scope, project);
    },
  }),
  route({
    method: "DELETE",
    path: "/check-ins/{checkInId}",
    id: "removeCheckIn",
    tag,
    summary: "Take a question back that nobody has answered yet",
    params: One,
    policy: { action: "project.edit", load: (scope, { params }) => visibleCheckIn(scope, params.checkInId) },
    handle: (scope, _input, access) => removeCheckIn(scope, access),
  }),
  route({
    method: "PUT",
    path: "/check-ins/{checkInId}/people/{personId}",
    id: "scheduleOwnCheckIn",
    tag,
    summary: "When you yourself are asked; or not for a while",
    params: z.strictObject({ checkInId: uuid(), personId: uuid() }),
    body: OwnSchedule,
    response: CheckIn,
    policy: {
      action: "profile.edit",
      load: async (scope, { params }) => ({
        ...(await visibleCheckIn(scope, params.checkInId)),
        personId: params.personId,
      }),
    },
    handle: (scope, { body }, access) => scheduleOwn(scope, access, body),
  }),
  route({
    method: "GET",
    path: "/check-ins/{checkInId}/answers",
    id: "listCheckInAnswers",
    tag,
    summary: "What was answered day by day, the newest first",
    params: One,
    query: z.strictObject({ cursor: civilDate().optional() }),
    response: pageOf(Answer),
    policy: { action: "plan.work", load: (scope, { params }) => visibleCheckIn(scope, params.checkInId) },
    handle: (scope, { query }, { checkIn }) => listAnswers(scope, checkIn.id, query.cursor),
  }),
  route({
    method: "PUT",
    path: "/check-in-answers/{answerId}",
    id: "answerCheckIn",
    tag,
    summary: "Your own answer, the first time or said better; empty takes it back",
    params: z.strictObject({ answerId: uuid() }),
    body: AnswerWish,
    response: Answer,
    ifMatch: true,
    policy: { action: "comment.edit", load: (scope, { params }) => visibleAnswer(scope, params.answerId) },
    handle: (scope, { body, revision }, access) => answer(scope, access, revision, body.body),
  }),
];
