import { z } from "zod";

const WorkloadCell = z
  .object({
    /** The Monday. */
    weekOn: z.string(),
    capacity: z.int(),
    planned: z.int(),
    over: z.int(),
    /** Minutes of the usual week that leave and holidays take. */
    away: z.int(),
    /** What of the plan is for projects that you do not see. */
    otherWork: z.int(),
    /** The most minutes first; `late` of them only fit after the week in which they are promised. */
    cards: z.array(z.object({ cardId: z.string(), minutes: z.int(), late: z.int() })),
  })
  .meta({ id: "WorkloadCell" });

const WorkloadCard = z
  .object({
    id: z.string(),
    ref: z.string(),
    title: z.string(),
    projectId: z.string(),
    milestone: z.object({ id: z.string(), ref: z.string(), title: z.string() }).nullable(),
    targetOn: z.string().nullable(),
    place: z.enum(["outline", "later", "todo", "doing", "done"]),
    assigneeIds: z.array(z.string()),
  })
  .meta({ id: "WorkloadCard" });

/** Minutes by person and week. */
export const Workload = z
  .object({
    today: z.string(),
    weeks: z.array(z.string()),
    people: z.array(z.object({ id: z.string(), name: z.string(), cells: z.array(WorkloadCell) })),
    projects: z.array(z.object({ id: z.string(), key: z.string(), name: z.string(), manages: z.boolean() })),
    cards: z.array(WorkloadCard),
    /** Projects whose items wait for each other, so that nothing of them is counted. */
    notCounted: z.array(z.string()),
  })
  .meta({ id: "Workload" });

export type WorkloadView = z.infer<typeof Workload>;
