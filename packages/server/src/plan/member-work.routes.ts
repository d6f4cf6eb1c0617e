import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { member } from "../people/members.ts";
import { countOpenCards, countOpenMilestones, ledProjects } from "./member-work.store.ts";

/** What somebody would leave behind. */
const MemberWork = z
  .object({
    openCards: z.int(),
    openMilestones: z.int(),
    leads: z.array(z.object({ key: z.string(), name: z.string() })),
  })
  .meta({ id: "MemberWork" });

export const memberWorkRoutes = [
  route({
    method: "GET",
    path: "/members/{personId}/work",
    id: "getMemberWork",
    tag: "People",
    summary: "What a member has in hand: open cards, open milestones and projects they lead",
    params: z.strictObject({ personId: uuid() }),
    response: MemberWork,
    policy: {
      action: "member.change",
      load: async (scope, { params }) => ({ personId: (await member(scope, params.personId)).personId }),
    },
    handle: async (scope, { params }) => ({
      openCards: await countOpenCards(scope, params.personId),
      openMilestones: await countOpenMilestones(scope, params.personId),
      leads: await ledProjects(scope, params.personId),
    }),
  }),
];
