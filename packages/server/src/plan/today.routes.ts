import { route } from "../access/route.ts";
import { readToday } from "./today.ts";
import { Today } from "./today.view.ts";

export const todayRoutes = [
  route({
    method: "GET",
    path: "/today",
    id: "getToday",
    tag: "Overview",
    summary: "Your open cards over all projects, in the order of their effect on the dates",
    response: Today,
    policy: { action: "workspace.read" },
    handle: async (scope) => readToday(scope),
  }),
];
