import { z } from "zod";
import { route, shownOnce } from "../access/route.ts";
import { onePage, pageOf, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { endContactFeed, endOwnFeed, makeFeed, ownFeeds, renewFeed } from "./feeds.ts";
import { Feed, MadeFeed } from "./feeds.view.ts";

const tag = "Calendar feeds";
const Wanted = z.strictObject({ withCards: z.boolean() });
const OfFeed = z.strictObject({ feedId: uuid() });
const OfContact = z.strictObject({ projectId: uuid(), contactId: uuid() });

export const feedRoutes = [
  route({
    method: "GET",
    path: "/me/feeds",
    id: "listFeeds",
    tag,
    summary: "Your calendar feeds, without their addresses",
    response: pageOf(Feed),
    policy: { action: "profile.edit", load: async ({ actor }) => ({ personId: actor.personId }) },
    handle: async (scope) => onePage(await ownFeeds(scope)),
  }),
  route({
    method: "POST",
    path: "/me/feeds",
    id: "makeFeed",
    tag,
    summary: "Make a secret calendar address for what is your own in all projects; it is shown once",
    status: 201,
    body: Wanted,
    response: MadeFeed,
    policy: { action: "profile.edit", load: async ({ actor }) => ({ personId: actor.personId }) },
    handle: async (scope, { body }) => shownOnce(await makeFeed(scope, { projectId: null, ...body })),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/feeds",
    id: "makeProjectFeed",
    tag,
    summary: "Make a secret calendar address of your own for all milestones of a project; it is shown once",
    status: 201,
    params: z.strictObject({ projectId: uuid() }),
    body: Wanted,
    response: MadeFeed,
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { params, body }) => shownOnce(await makeFeed(scope, { ...params, ...body })),
  }),
  route({
    method: "POST",
    path: "/me/feeds/{feedId}/renew",
    id: "renewFeed",
    tag,
    summary: "Give one of your calendar feeds another address; the one before ends at once",
    status: 201,
    params: OfFeed,
    response: MadeFeed,
    policy: { action: "profile.edit", load: async ({ actor }) => ({ personId: actor.personId }) },
    handle: async (scope, { params }) => shownOnce(await renewFeed(scope, params.feedId)),
  }),
  route({
    method: "DELETE",
    path: "/me/feeds/{feedId}",
    id: "endFeed",
    tag,
    summary: "End one of your calendar feeds at once",
    status: 204,
    params: OfFeed,
    policy: { action: "profile.edit", load: async ({ actor }) => ({ personId: actor.personId }) },
    handle: (scope, { params }) => endOwnFeed(scope, params.feedId),
  }),
  route({
    method: "DELETE",
    path: "/projects/{projectId}/contacts/{contactId}/feed",
    id: "endContactFeed",
    tag,
    summary: "End the calendar feed that a person of the client has of this project",
    status: 204,
    params: OfContact,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { params }, { project }) => endContactFeed(scope, project.id, params.contactId),
  }),
];
