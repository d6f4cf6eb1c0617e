import { Alert, List, Stack, Title } from "@mantine/core";
import type { Preview } from "./imports.api.ts";

/** What does not come along, and what to know about the rest: said before and after, never hidden. */
export function LeftOut({ leftOut, notes }: Pick<Preview, "leftOut" | "notes">) {
  if (leftOut.length === 0 && notes.length === 0) return null;
  return (
    <Stack gap="sm">
      {notes.map((note) => (
        <Alert key={note} color="yellow" variant="light">
          {note}
        </Alert>
      ))}
      {leftOut.length > 0 ? (
        <>
          <Title order={2} size="h3">
            What stays behind
          </Title>
          <List size="sm">
            {leftOut.map(({ what, count, words }) => (
              <List.Item key={what}>
                {`${words.charAt(0).toUpperCase()}${words.slice(1)}: ${count.toLocaleString("en")}`}
              </List.Item>
            ))}
          </List>
        </>
      ) : null}
    </Stack>
  );
}
