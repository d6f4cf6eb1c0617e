import { z } from "zod";
import { route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { onePage, page, pageOf, uuid } from "../kit/fields.ts";
import { gistOf, readInbox, type Step, stepItem, visibleItem } from "./inbox.ts";
import { InboxGist, InboxItem, InboxPage, STATES } from "./inbox.view.ts";
import { listMutes, MUTABLE_KINDS, mute, unmute, visibleMutable } from "./mutes.ts";
import { PILES } from "./reasons.ts";
import { countItems } from "./visible-items.store.ts";

const tag = "Inbox";
const One = z.strictObject({ inboxItemId: uuid() });
const Mutable = z.strictObject({ kind: z.enum(MUTABLE_KINDS), id: uuid() });
const Mute = Mutable.extend({ title: z.string(), project: z.string() }).meta({ id: "Mute" });

const own = async (scope: Scope, { params }: { params: z.output<typeof One> }) => ({
  item: await visibleItem(scope, params.inboxItemId),
  personId: scope.actor.personId,
});

/** One step of one item, taken back by another. */
function step(to: "done" | "read" | "unread", summary: string) {
  return route({
    method: "POST",
    path: `/inbox/{inboxItemId}/${to}`,
    id: `${{ done: "finish", read: "read", unread: "keepUnread" }[to]}InboxItem`,
    tag,
    summary,
    params: One,
    response: InboxItem,
    policy: { action: "profile.edit", load: own },
    handle: (scope, _input, { item }) => stepItem(scope, item, { to } satisfies Step),
  });
}

export const inboxRoutes = [
  route({
    method: "GET",
    path: "/inbox",
    id: "listInbox",
    tag,
    summary: "What waits for you, one item a thing, the newest first",
    query: z.strictObject({
      ...page,
      state: z.enum(STATES).default("open"),
      category: z.enum(PILES).optional(),
    }),
    response: InboxPage,
    policy: { action: "workspace.read" },
    handle: (scope, { query }) => readInbox(scope, query),
  }),
  route({
    method: "GET",
    path: "/inbox/unread",
    id: "countInbox",
    tag,
    summary: "How many items are unread",
    response: z.object({ unread: z.int() }).meta({ id: "InboxUnread" }),
    policy: { action: "workspace.read" },
    handle: async (scope) => ({ unread: (await countItems(scope)).unread }),
  }),
  route({
    method: "GET",
    path: "/inbox/{inboxItemId}",
    id: "getInboxItem",
    tag,
    summary: "One item with what was said",
    params: One,
    response: InboxGist,
    policy: { action: "profile.edit", load: own },
    handle: (scope, _input, { item }) => gistOf(scope, item),
  }),
  step("done", "This needs nothing more of you"),
  step("read", "You have read it"),
  step("unread", "Keep it as new; opens it again where it was done or put off"),
  route({
    method: "POST",
    path: "/inbox/{inboxItemId}/snooze",
    id: "snoozeInboxItem",
    tag,
    summary: "Put it off until then",
    params: One,
    body: z.strictObject({ until: z.iso.datetime() }),
    response: InboxItem,
    policy: { action: "profile.edit", load: own },
    handle: (scope, { body }, { item }) => stepItem(scope, item, { to: "snoozed", until: body.until }),
  }),
  route({
    method: "GET",
    path: "/mutes",
    id: "listMutes",
    tag,
    summary: "Things and projects that you have muted",
    response: pageOf(Mute),
    policy: { action: "workspace.read" },
    handle: async (scope) => onePage(await listMutes(scope)),
  }),
  route({
    method: "PUT",
    path: "/mutes",
    id: "mute",
    tag,
    summary: "Hear no more of a thing or a project, but for mentions of you and what is asked of you alone",
    status: 204,
    body: Mutable,
    policy: {
      action: "project.read",
      load: (scope, { body }) => visibleMutable(scope, body),
    },
    handle: async (scope, { body }) => {
      await mute(scope, body);
    },
  }),
  route({
    method: "DELETE",
    path: "/mutes",
    id: "unmute",
    tag,
    summary: "Hear of it again",
    status: 204,
    body: Mutable,
    policy: { action: "profile.edit", load: async ({ actor }) => ({ personId: actor.personId }) },
    handle: async (scope, { body }) => {
      await unmute(scope, body);
    },
  }),
];
