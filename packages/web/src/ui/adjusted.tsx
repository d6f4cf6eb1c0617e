import { Text } from "@mantine/core";
import { type Adjustment, whyText } from "../lib/adjustments.ts";
import { momentText } from "../lib/dates.ts";
import classes from "./adjusted.module.css";
import { fieldWords } from "./version-words.ts";

interface AdjustedProps {
  adjustments: readonly Adjustment[];
  names: ReadonlyMap<string, string>;
  currency: string;
  /** Where the list is about several milestones. */
  named?: boolean;
}

/** What was changed, old beside new, why, by whom, and who has heard of it. */
export function Adjusted({ adjustments, names, currency, named = false }: AdjustedProps) {
  return (
    <ul className={classes.list}>
      {adjustments.map((one) => (
        <li key={one.id} data-undone={one.undoneAt !== null}>
          {named ? (
            <Text size="sm" fw={600}>{`${one.ref.slice(one.ref.lastIndexOf("-") + 1)} ${one.title}`}</Text>
          ) : null}
          {one.changes.map((field) => (
            <Text size="sm" key={`${field.field} ${field.from}`}>
              {changeWords(field, names, currency)}
            </Text>
          ))}
          {whyText(one) ? <Text size="sm">{`Because: ${whyText(one)}`}</Text> : null}
          <Text size="xs" c="dimmed">
            {[one.by?.name, momentText(one.at), toldText(one)].filter(Boolean).join(" · ")}
          </Text>
        </li>
      ))}
    </ul>
  );
}

function changeWords(
  field: Adjustment["changes"][number],
  names: ReadonlyMap<string, string>,
  currency: string,
): string {
  if (field.field === "inPlan") return field.to === true ? "Came into the plan" : "Left the plan";
  return fieldWords(field, { names, currency });
}

function toldText({ undoneAt, told }: Adjustment): string {
  if (undoneAt !== null) return "undone";
  return told === null ? "not told yet" : `told in publication ${told.n}`;
}
