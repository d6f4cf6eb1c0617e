import { z } from "zod";
import { type AnyRoute, route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleComment } from "./comments.ts";
import { visibleMessage } from "./message-access.ts";
import { react } from "./reactions.ts";
import { ReactionWord } from "./reactions.view.ts";

const OnComment = z.strictObject({ commentId: uuid(), word: ReactionWord });
const OnMessage = z.strictObject({ messageId: uuid(), word: ReactionWord });
const tag = "Talk";

const onComment = (method: "PUT" | "DELETE", id: string, summary: string) =>
  route({
    method,
    path: "/comments/{commentId}/reactions/{word}",
    id,
    tag,
    summary,
    params: OnComment,
    status: 204,
    policy: {
      action: "comment.create",
      load: (scope, { params }) => visibleComment(scope, params.commentId),
    },
    handle: (scope, { params }, { comment }) =>
      react(scope, { ...comment, kind: "comment" }, params.word, method === "PUT"),
  });

const onMessage = (method: "PUT" | "DELETE", id: string, summary: string) =>
  route({
    method,
    path: "/messages/{messageId}/reactions/{word}",
    id,
    tag,
    summary,
    params: OnMessage,
    status: 204,
    policy: {
      action: "comment.create",
      load: (scope, { params }) => visibleMessage(scope, params.messageId),
    },
    handle: (scope, { params }, { message }) =>
      react(scope, { ...message, kind: "message" }, params.word, method === "PUT"),
  });

export const reactionRoutes: readonly AnyRoute[] = [
  onComment("PUT", "reactToComment", "Answer a comment with one of a handful of words"),
  onComment("DELETE", "takeCommentReaction", "Take that back"),
  onMessage("PUT", "reactToMessage", "Answer a message with one of a handful of words"),
  onMessage("DELETE", "takeMessageReaction", "Take that back"),
];
