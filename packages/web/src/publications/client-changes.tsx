import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type Adjustment, adjustmentsQuery, whyText } from "../lib/adjustments.ts";
import { usePeopleNames } from "../lib/people-names.ts";
import { fieldWords, titleWords } from "../ui/version-words.ts";
import type { ClientChange, Preview } from "./publications.api.ts";
import classes from "./publications.module.css";

interface ClientChangesProps {
  projectId: string;
  currency: string;
  preview: Preview;
}

/** What clients will read otherwise than today, old beside new. */
export function ClientChanges({ projectId, currency, preview }: ClientChangesProps) {
  const names = usePeopleNames(projectId);
  const reasons = reasonsOf(useQuery(adjustmentsQuery(projectId)).data ?? []);
  if (preview.changes.length === 0)
    return (
      <Text>
        {preview.last === 0
          ? "The client would see nothing yet."
          : "Nothing has changed for the client. You can still publish to say that all stands as it is."}
      </Text>
    );
  return (
    <ul className={classes.changes}>
      {preview.changes.map((change) => (
        <li key={`${change.kind} ${change.id}`}>
          <Text fw={600}>{nameOf(change, preview.last === 0)}</Text>
          <ul className={classes.fields}>
            {change.fields.map((field) => (
              <li key={`${field.field} ${field.from} ${field.to}`}>
                {fieldWords(field, { names, currency })}
              </li>
            ))}
            {reasons.get(change.id)?.map((why) => (
              <li key={why}>{`Because: ${why}`}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** What was said about what nobody has been told, by milestone, each once. */
function reasonsOf(adjustments: readonly Adjustment[]): ReadonlyMap<string, string[]> {
  const said = adjustments.filter((one) => one.told === null && one.undoneAt === null && whyText(one) !== "");
  return new Map(
    [...Map.groupBy(said, ({ milestoneId }) => milestoneId)].map(([id, all]) => [
      id,
      [...new Set(all.map(whyText))],
    ]),
  );
}

/** In a first publication all is new; later the client sees what appears and what is gone. */
function nameOf(change: ClientChange, first: boolean): string {
  if (first) return titleWords({ ...change, change: "changed" });
  const plain = titleWords({ ...change, change: "changed" });
  if (change.change === "added") return `${plain}: new for the client`;
  return change.change === "removed" ? `${plain}: no longer shown` : plain;
}
