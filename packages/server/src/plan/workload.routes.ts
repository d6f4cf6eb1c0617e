import { z } from "zod";
import { route } from "../access/route.ts";
import { civilDate } from "../kit/fields.ts";
import { readWorkload } from "./workload.ts";
import { Workload } from "./workload.view.ts";

const MOST_WEEKS = 26;

export const workloadRoutes = [
  route({
    method: "GET",
    path: "/workload",
    id: "getWorkload",
    tag: "Calendar",
    summary:
      "People by weeks: what is planned of what there is time for; of projects that you do not see, only the time",
    query: z.strictObject({
      from: civilDate().optional(),
      weeks: z.coerce.number().int().min(1).max(MOST_WEEKS).default(8),
    }),
    response: Workload,
    policy: { action: "workspace.read" },
    handle: async (scope, { query: { from, weeks } }) =>
      Workload.parse(await readWorkload(scope, { from, weeks })),
  }),
];
