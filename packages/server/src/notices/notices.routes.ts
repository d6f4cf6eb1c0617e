import { z } from "zod";
import { route } from "../access/route.ts";
import { onePage, pageOf, text, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import {
  acknowledgeNotice,
  askAboutNotice,
  noticesOf,
  oneNotice,
  readNotice,
  visibleNotice,
} from "./notices.ts";
import { Notice } from "./notices.view.ts";

const One = z.strictObject({ noticeId: uuid() });
const tag = "Notices";

export const noticeRoutes = [
  route({
    method: "GET",
    path: "/notices",
    id: "listNotices",
    tag,
    summary: "What was published of a project, and who has been sent it, read, acknowledged or questioned it",
    query: z.strictObject({ projectId: uuid() }),
    response: pageOf(Notice),
    policy: { action: "project.read", load: (scope, { query }) => visibleProject(scope, query.projectId) },
    handle: async (scope, _input, { project }) => onePage(await noticesOf(scope, project)),
  }),
  route({
    method: "GET",
    path: "/notices/{noticeId}",
    id: "getNotice",
    tag,
    summary: "One publication as it was told, with everybody it was meant for",
    params: One,
    response: Notice,
    policy: { action: "project.read", load: (scope, { params }) => visibleNotice(scope, params.noticeId) },
    handle: (scope, _input, access) => oneNotice(scope, access),
  }),
  route({
    method: "POST",
    path: "/notices/{noticeId}/read",
    id: "readNotice",
    tag,
    summary: "It stood before one's eyes; the first time counts",
    status: 204,
    params: One,
    policy: { action: "plan.work", load: (scope, { params }) => visibleNotice(scope, params.noticeId) },
    handle: (scope, _input, access) => readNotice(scope, access),
  }),
  route({
    method: "POST",
    path: "/notices/{noticeId}/acknowledge",
    id: "acknowledgeNotice",
    tag,
    summary: "Say that one has read it and goes by it",
    status: 200,
    params: One,
    response: Notice,
    policy: { action: "plan.work", load: (scope, { params }) => visibleNotice(scope, params.noticeId) },
    handle: (scope, _input, access) => acknowledgeNotice(scope, access),
  }),
  route({
    method: "POST",
    path: "/notices/{noticeId}/question",
    id: "askAboutNotice",
    tag,
    summary: "Ask about it; the question stands in the team's talk as well",
    status: 200,
    params: One,
    body: z.strictObject({ words: text(20_000).refine((words) => words.trim() !== "", "Write something.") }),
    response: Notice,
    policy: { action: "plan.work", load: (scope, { params }) => visibleNotice(scope, params.noticeId) },
    handle: (scope, { body }, access) => askAboutNotice(scope, access, body.words),
  }),
];
