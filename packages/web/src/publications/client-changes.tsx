import { Text } from "@mantine/core";
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
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** In a first publication all is new; later the client sees what appears and what is gone. */
function nameOf(change: ClientChange, first: boolean): string {
  if (first) return titleWords({ ...change, change: "changed" });
  const plain = titleWords({ ...change, change: "changed" });
  if (change.change === "added") return `${plain}: new for the client`;
  return change.change === "removed" ? `${plain}: no longer shown` : plain;
}
