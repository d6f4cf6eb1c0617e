import { Group, SegmentedControl, Text, TextInput } from "@mantine/core";
import { templateLength } from "@milepost/planning";
import { counted } from "../lib/counted.ts";
import { dayText } from "../lib/dates.ts";
import { RoadStrip } from "../ui/road-strip.tsx";
import { DateWarnings } from "./date-warnings.tsx";
import type { ShapedPlan } from "./shaped-plan.ts";
import { type DatesWish, FIRST_DAY, LAST_DAY } from "./template-wish.ts";

interface DateChoiceProps {
  shaped: ShapedPlan;
  dates: DatesWish;
  onChange: (dates: DatesWish) => void;
}

/** The end of the plan that is known, and where the other one falls. */
export function DateChoice({ shaped, dates, onChange }: DateChoiceProps) {
  const { by, day, dayFault, template } = shaped;
  const fixed = template.fixedDate?.title;
  const say = (on: string) =>
    onChange({ ...dates, by, ...(by === "start" ? { startOn: on } : { endOn: on }) });
  return (
    <div>
      <Group gap="sm" align="flex-start">
        <SegmentedControl
          aria-label="Which day is known"
          data={[
            { value: "start", label: "Start on" },
            { value: "end", label: fixed ?? "End on" },
          ]}
          value={by}
          onChange={(next) => onChange({ ...dates, by: next === "end" ? "end" : "start" })}
        />
        <TextInput
          type="date"
          aria-label={by === "start" ? "Start date" : fixed ? `${fixed}, date` : "End date"}
          required
          min={FIRST_DAY}
          max={LAST_DAY}
          value={day}
          error={dayFault}
          onChange={({ currentTarget }) => say(currentTarget.value)}
        />
      </Group>
      {/* It keeps its room, so that nothing jumps while a year is typed. */}
      <div style={dayFault ? { visibility: "hidden" } : {}}>
        <div aria-live="polite">
          <Span {...shaped} />
          <DateWarnings shaped={shaped} onEarliest={() => onChange(soonest(shaped, dates))} />
        </div>
        <Road {...shaped} />
      </div>
    </div>
  );
}

function soonest({ by, earliest }: ShapedPlan, dates: DatesWish): DatesWish {
  return by === "start" ? { ...dates, startOn: null } : { ...dates, by, endOn: earliest.endOn };
}

/** "From Wed 11 Feb to Tue 30 Jun: 93 working days." */
function Span({ template, dated, today }: ShapedPlan) {
  const { startOn, endOn, fixedOn } = dated;
  const fixed = fixedOn === null || fixedOn === endOn ? null : template.fixedDate;
  return (
    <Text mt="xs">
      From <time dateTime={startOn}>{dayText(startOn, today)}</time> to{" "}
      <time dateTime={endOn}>{dayText(endOn, today)}</time>:{" "}
      {counted(templateLength(template), "working day")}.
      {fixed ? ` ${fixed.title} is ${dayText(fixedOn ?? endOn, today)}; what comes after it follows.` : ""}
    </Text>
  );
}

function Road({ template, dated, today }: ShapedPlan) {
  const titles = new Map(template.milestones.map(({ key, title }) => [key, title]));
  const stones = dated.milestones.flatMap(({ key, targetOn }) =>
    targetOn === null
      ? []
      : [{ id: key, title: titles.get(key) ?? key, on: targetOn, state: "not_enough_data" as const }],
  );
  if (stones.length === 0) return null;
  const label = stones.map(({ title, on }) => `${title} on ${dayText(on, today)}`).join(", ");
  return <RoadStrip stones={stones} today={today} from={dated.startOn} to={dated.endOn} label={label} />;
}
