import { Checkbox, NumberInput, Text, TextInput } from "@mantine/core";
import type { DatedMilestone, Template, TemplateMilestone } from "@milepost/planning";
import { dayText } from "../lib/dates.ts";
import { LONGEST_TITLE } from "../lib/lines.ts";
import classes from "./milestone-choices.module.css";
import { MilestoneContents } from "./milestone-contents.tsx";
import type { MilestoneWish } from "./template-wish.ts";

interface MilestoneChoiceProps {
  milestone: TemplateMilestone;
  plan: Template;
  wish: MilestoneWish;
  /** `null` where it is dropped. */
  dates: DatedMilestone | null;
  today: string;
  onChange: (change: MilestoneWish) => void;
}

export function MilestoneChoice({ milestone, plan, wish, dates, today, onChange }: MilestoneChoiceProps) {
  const { title, why, criteria } = milestone;
  const kept = dates !== null;
  return (
    <li className={classes.choice} data-dropped={!kept || undefined}>
      <Checkbox
        className={classes.keep}
        aria-label={`Keep “${title}”`}
        checked={kept}
        onChange={({ currentTarget }) => onChange({ dropped: !currentTarget.checked })}
      />
      {kept ? (
        <Kept milestone={milestone} wish={wish} dates={dates} today={today} onChange={onChange} />
      ) : (
        <Text className={classes.dropped} c="dimmed">
          <s>{wish.title?.trim() || title}</s> <span>dropped</span>
        </Text>
      )}
      {kept ? (
        <div className={classes.words}>
          <Text size="sm">{why}</Text>
          {criteria.length > 0 ? (
            <Text size="sm" c="dimmed">
              Done when: {criteria[0]}
              {criteria.length > 1 ? `, and ${criteria.length - 1} more` : ""}
            </Text>
          ) : null}
          <MilestoneContents milestone={milestone} plan={plan} />
        </div>
      ) : null}
    </li>
  );
}

function Kept({
  milestone: { title, startDay, targetDay },
  wish,
  dates: { startOn, targetOn },
  today,
  onChange,
}: Omit<MilestoneChoiceProps, "plan"> & { dates: DatedMilestone }) {
  const length = startDay === null || targetDay === null ? null : targetDay - startDay + 1;
  return (
    <>
      <TextInput
        className={classes.title}
        aria-label={`Title of “${title}”`}
        maxLength={LONGEST_TITLE}
        placeholder={title}
        value={wish.title ?? title}
        onChange={({ currentTarget }) => onChange({ title: currentTarget.value })}
      />
      {length === null ? null : (
        <div className={classes.length}>
          <NumberInput
            w={76}
            aria-label={`Working days for “${title}”`}
            min={1}
            max={500}
            clampBehavior="strict"
            allowDecimal={false}
            placeholder={String(length)}
            value={wish.days === null ? "" : (wish.days ?? length)}
            onChange={(days) => onChange({ days: typeof days === "number" && days > 0 ? days : null })}
          />
          <Text component="span" size="sm" c="dimmed">
            working days
          </Text>
        </div>
      )}
      <Days startOn={startOn} targetOn={targetOn} today={today} />
    </>
  );
}

/** The year once, where both are in the same one. */
function Days({ startOn, targetOn, today }: Omit<DatedMilestone, "key"> & { today: string }) {
  const sameYear = startOn?.slice(0, 4) === targetOn?.slice(0, 4);
  return (
    <Text component="p" size="sm" className={classes.dates}>
      {startOn ? <time dateTime={startOn}>{dayText(startOn, sameYear ? startOn : today)}</time> : null}
      {startOn && targetOn ? " – " : null}
      {targetOn ? (
        <strong>
          <time dateTime={targetOn}>{dayText(targetOn, today)}</time>
        </strong>
      ) : (
        "No day of its own"
      )}
    </Text>
  );
}
