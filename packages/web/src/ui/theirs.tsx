import { Text } from "@mantine/core";

interface TheirsProps<T extends object> {
  theirs: Partial<T>;
  /** The label of each field. */
  labels: Partial<Record<keyof T, string>>;
  /** A value in words, where it is not text. */
  say?: (field: keyof T, value: unknown) => string;
}

/** Somebody else has saved what is being typed here: both stand side by side, and the next save decides. */
export function Theirs<T extends object>({ theirs, labels, say }: TheirsProps<T>) {
  const fields = Object.keys(theirs) as (keyof T)[];
  if (fields.length === 0) return null;
  return (
    <div role="alert">
      <Text size="sm" fw={600}>
        Somebody has changed this meanwhile. Saving puts yours in its place; Cancel keeps theirs:
      </Text>
      {fields.map((field) => (
        <Text size="sm" key={String(field)}>
          {`${labels[field] ?? String(field)}: ${say?.(field, theirs[field]) ?? plain(theirs[field])}`}
        </Text>
      ))}
    </div>
  );
}

function plain(value: unknown): string {
  if (value === null || value === "") return "empty";
  return typeof value === "number" ? String(value) : `“${String(value)}”`;
}
