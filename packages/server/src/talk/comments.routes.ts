import { z } from "zod";
import { route } from "../access/route.ts";
import { audience, onePage, page, pageOf, text, uuid } from "../kit/fields.ts";
import { type EditRow, listComments, listEdits } from "./comments.store.ts";
import { addComment, deleteComment, editComment, visibleComment } from "./comments.ts";
import { Comment, presentComment } from "./comments.view.ts";
import { mentionablePeople } from "./mentionable.store.ts";
import { GivenThread, threadParameter, visibleSubject } from "./subject.ts";

const Params = z.strictObject({ commentId: uuid() });
const Place = z.strictObject({ subject: threadParameter, audience: audience().default("team") });
const body = () => text(20_000).refine((words) => words.trim() !== "", "Write something.");
const mentions = () => z.array(uuid()).max(50).optional();

const Edit = z.object({ body: z.string(), by: z.string().nullable(), at: z.iso.datetime() });
const Person = z
  .object({ id: z.string(), name: z.string(), kind: z.enum(["member", "contact", "group"]) })
  .meta({ id: "Mentionable" });

export const commentRoutes = [
  route({
    method: "GET",
    path: "/comments",
    id: "listComments",
    tag: "Talk",
    summary: "The talk about a thing, newest first",
    query: Place.extend({ limit: page.limit, cursor: uuid().optional() }),
    response: pageOf(Comment),
    policy: {
      action: "project.read",
      load: (scope, { query }) => visibleSubject(scope, query.subject, query.audience),
    },
    handle: async (scope, { query }, { project, subject }) => {
      const { audience, cursor: before, limit } = query;
      const rows = await listComments(scope, project.id, subject, { audience, before, limit: limit + 1 });
      const items = rows.slice(0, limit);
      return {
        items: items.map(presentComment),
        nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
      };
    },
  }),
  route({
    method: "POST",
    path: "/comments",
    id: "addComment",
    tag: "Talk",
    summary: "Say something in the team or the client thread of a thing",
    body: z.strictObject({
      subject: GivenThread,
      audience: audience().default("team"),
      body: body(),
      mentions: mentions(),
    }),
    response: Comment,
    policy: {
      action: "comment.create",
      load: (scope, { body }) => visibleSubject(scope, body.subject, body.audience),
    },
    handle: async (scope, { body }, access) =>
      presentComment(await addComment(scope, access, body.audience, body)),
  }),
  route({
    method: "PATCH",
    path: "/comments/{commentId}",
    id: "editComment",
    tag: "Talk",
    summary: "Your own words, said better; the old ones stay as a trace",
    params: Params,
    body: z.strictObject({ body: body(), mentions: mentions() }),
    response: Comment,
    ifMatch: true,
    policy: { action: "comment.edit", load: (scope, { params }) => visibleComment(scope, params.commentId) },
    handle: async (scope, { body, revision }, access) =>
      presentComment(await editComment(scope, access, revision, body)),
  }),
  route({
    method: "DELETE",
    path: "/comments/{commentId}",
    id: "deleteComment",
    tag: "Talk",
    summary: "Takes the words away and leaves who did it",
    params: Params,
    policy: {
      action: "comment.delete",
      load: (scope, { params }) => visibleComment(scope, params.commentId),
    },
    handle: (scope, _input, access) => deleteComment(scope, access),
  }),
  route({
    method: "GET",
    path: "/comments/{commentId}/edits",
    id: "listCommentEdits",
    tag: "Talk",
    summary: "What a comment said before, oldest first",
    params: Params,
    response: pageOf(Edit),
    policy: { action: "project.read", load: (scope, { params }) => visibleComment(scope, params.commentId) },
    handle: async (scope, { params }) => onePage((await listEdits(scope, params.commentId)).map(presentEdit)),
  }),
  route({
    method: "GET",
    path: "/mentionable",
    id: "listMentionable",
    tag: "Talk",
    summary:
      "Who sees this talk and may be named in it; the client's people also where they do not see it, so that one can be asked",
    query: Place,
    response: pageOf(Person),
    policy: {
      action: "project.read",
      load: (scope, { query }) => visibleSubject(scope, query.subject, query.audience),
    },
    handle: async (scope, { query }, access) =>
      onePage(await mentionablePeople(scope, access, query.audience)),
  }),
];

function presentEdit({ body, personId, createdAt }: EditRow): z.infer<typeof Edit> {
  return { body, by: personId, at: createdAt.toISOString() };
}
