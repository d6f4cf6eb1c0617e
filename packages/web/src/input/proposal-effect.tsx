import { Text } from "@mantine/core";
import type { Shape } from "../lib/api.ts";
import type { Project } from "../lib/current-project.ts";
import { dayText } from "../lib/dates.ts";
import { minutesText } from "../lib/minutes.ts";
import { moneyText } from "../lib/money.ts";
import { usePeopleNames } from "../lib/people-names.ts";
import { fieldWords } from "../ui/version-words.ts";
import classes from "./input.module.css";

type Effect = Shape<"ProposalEffect">;

/** Old beside new, what moves along, and how things stand with the dates, the work and the price. */
export function ProposalEffect({ project, effect }: { project: Project; effect: Effect }) {
  const names = usePeopleNames(project.id);
  const { fields, moves, refusal } = effect;
  return (
    <div className={classes.effect}>
      <ul className={classes.plain}>
        {fields.map((field) => (
          <li key={`${field.field} ${field.from} ${field.to}`}>
            {fieldWords(field, { names, currency: project.currency })}
          </li>
        ))}
        {moves.map(({ milestoneId, ref, title, from, to, workingDays }) => (
          <li key={milestoneId}>
            {ref} {title} moves along: {from === null ? "no date" : dayText(from)} →{" "}
            {to === null ? "no date" : dayText(to)}
            {workingDays === null ? "" : ` (${workingDays > 0 ? "+" : ""}${workingDays} working days)`}
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {standing(effect, project.currency)}
      </Text>
      {refusal === null ? null : (
        <Text size="sm" c="var(--mp-off-track)">
          {refusal}
        </Text>
      )}
    </div>
  );
}

function standing({ likelyOn, safeOn, openMinutes, priceMinor, moves }: Effect, currency: string): string {
  const dates =
    likelyOn && safeOn
      ? `As things stand it is reached likely by ${dayText(likelyOn)}, in 8 of 10 cases by ${dayText(safeOn)}.`
      : "There is no forecast of it yet.";
  const work =
    openMinutes > 0
      ? `${minutesText(openMinutes)} of work are open in it.`
      : "No estimated work is open in it.";
  const price = moneyText(priceMinor, currency);
  const others = moves.length === 0 ? "No other milestone moves." : "";
  return [others, dates, work, price ? `Its price stays ${price}.` : ""]
    .filter((part) => part !== "")
    .join(" ");
}
