import type { Template } from "@milepost/planning";
import { z } from "zod";
import { line, minutes, text, title } from "../kit/fields.ts";

const key = () => z.string().regex(/^[A-Za-z0-9-]{1,60}$/, "Up to 60 letters, digits and hyphens.");
const day = () => z.int().min(0).max(5_000).nullable();
const list = <T extends z.ZodType>(item: T, max = 200) => z.array(item).max(max);

export const RoleShape = z.strictObject({ key: key(), name: title(), side: z.enum(["team", "client"]) });

const MeasureShape = z.strictObject({
  name: title(),
  unit: line(80),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
});

export const ObjectiveShape = z.strictObject({
  key: key(),
  statement: title(500),
  ourReason: text(2_000),
  clientReason: text(2_000),
  measure: MeasureShape.nullable(),
  targetDay: day(),
});

export const ActivityShape = z
  .strictObject({
    title: title(),
    low: minutes().nullable(),
    likely: minutes().nullable(),
    high: minutes().nullable(),
    roleKey: key().nullable(),
    procedureKey: key().nullable(),
  })
  .refine(({ low, likely, high }) => {
    if (likely === null) return low === null && high === null;
    return (low ?? likely) <= likely && likely <= (high ?? likely);
  }, "An estimate goes from low over likely to high.");

export const RequestShape = z.strictObject({
  kind: z.enum(["files", "answers", "access", "confirm"]),
  title: title(),
  why: text(5_000),
  questions: list(title(1_000), 30),
  daysBefore: z.int().min(-365).max(365).nullable(),
  roleKey: key().nullable().default(null),
});

export const MilestoneShape = z
  .strictObject({
    key: key(),
    title: title(),
    outcome: text(2_000),
    why: text(2_000),
    clientPart: text(2_000),
    startDay: day(),
    targetDay: day(),
    ownerRole: key().nullable(),
    approverRole: key().nullable(),
    objectiveKeys: list(key(), 50),
    criteria: list(title(500), 50),
    deliverables: list(title(), 50),
    activities: list(ActivityShape),
    requests: list(RequestShape, 50).optional(),
  })
  .refine(
    ({ startDay, targetDay }) => startDay === null || targetDay === null || startDay <= targetDay,
    "The window ends before it starts.",
  );

export const ProcedureShape = z.strictObject({ key: key(), name: title(), steps: list(title(500), 100) });

export const LinkShape = z.strictObject({
  from: key(),
  to: key(),
  kind: z.enum(["FS", "SS", "FF", "SF"]),
  lagDays: z.int().min(-365).max(365),
});

const FixedDateShape = z.strictObject({ title: title(), milestoneKey: key() });

export const HeadShape = z.strictObject({
  name: title(),
  trade: line(80),
  summary: line(),
  outcome: text(2_000),
});

/** A whole template: planning's words, with the limits of what is stored. */
export const TemplateShape = HeadShape.extend({
  roles: list(RoleShape, 50),
  objectives: list(ObjectiveShape, 50),
  milestones: list(MilestoneShape, 60),
  procedures: list(ProcedureShape, 100),
  links: list(LinkShape),
  fixedDate: FixedDateShape.nullable(),
}).meta({ id: "TemplatePlan" }) satisfies z.ZodType<Template>;

export const FIXED_DATE_SHAPE = FixedDateShape.nullable();
