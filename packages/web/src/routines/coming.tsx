import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { comingWords } from "../lib/rhythm-words.ts";
import { comingQuery, type Rhythm } from "./routines.api.ts";

/** Days off have moved already what would fall on them. */
export function Coming({ projectId, rhythm }: { projectId: string; rhythm: Rhythm }) {
  const { data = [], error } = useQuery(comingQuery(projectId, rhythm));
  const said = error
    ? "Say when it comes."
    : data.length > 0
      ? `Next: ${comingWords(data)}`
      : "No day is left.";
  return (
    <div aria-live="polite">
      <Text size="sm" fw={600} className="mp-tabular">
        {said}
      </Text>
      <Text size="xs" c="dimmed">
        What falls on a day off comes on the next working day.
      </Text>
    </div>
  );
}
