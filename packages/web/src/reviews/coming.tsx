import { Box, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { dayText } from "../lib/dates.ts";
import { Refusal } from "../ui/refusal.tsx";
import { comingQuery, type Rhythm } from "./cadence.api.ts";
import { timeIn } from "./cadence-words.ts";
import classes from "./review.module.css";

interface ComingProps {
  projectId: string;
  rhythm: Rhythm;
  zone: string;
}

/** Days off have moved already what would fall on them; the clock is that of the workspace. */
export function Coming({ projectId, rhythm, zone }: ComingProps) {
  const { data = [], error } = useQuery(comingQuery(projectId, rhythm));
  return (
    <Box aria-live="polite">
      <Text fw={600} size="sm" id="coming-reviews">
        The next three
      </Text>
      {error ? <Refusal problem={error} /> : null}
      <ul className={classes.facts} aria-labelledby="coming-reviews">
        {data.map(({ on, at }) => (
          <li key={at} className="mp-tabular">
            {`${dayText(on)}, ${timeIn(zone, at)}`}
          </li>
        ))}
      </ul>
      {data.length === 0 && !error ? (
        <Text size="sm" c="dimmed">
          {rhythm.cadence === "milestone" ? "No open milestone lies ahead." : "None yet."}
        </Text>
      ) : null}
      <Text size="xs" c="dimmed" mt={4}>
        What falls on a day off moves to the next working day.
      </Text>
    </Box>
  );
}
