import { Button, Group, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type Mute, mutesQuery, turnMute } from "../lib/mute-acts.ts";
import { sayProblem } from "../lib/undo.tsx";
import { Waiting } from "../ui/waiting.tsx";
import classes from "./inbox.module.css";

const KINDS = { card: "Card", milestone: "Milestone", project: "Project" } as const;

/** What one has muted, each with the way back. */
export function MuteList() {
  const client = useQueryClient();
  const { data } = useQuery(mutesQuery);
  if (!data) return <Waiting rows={1} />;
  if (data.items.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nothing is muted. The menu of a project, milestone or card does it, and so does the inbox.
      </Text>
    );
  return (
    <Stack component="ul" gap={0} className={classes.list}>
      {data.items.map((each) => (
        <Group component="li" key={each.id} justify="space-between" wrap="nowrap" py={6}>
          <Text className={classes.words}>
            {each.title}
            <Text span size="sm" c="dimmed">
              {` · ${whatOf(each)}`}
            </Text>
          </Text>
          <Button
            variant="default"
            size="compact-md"
            aria-label={`Hear of ${each.title} again`}
            onClick={() => void turnMute(client, each, false).catch(sayProblem)}
          >
            Hear of it again
          </Button>
        </Group>
      ))}
    </Stack>
  );
}

function whatOf({ kind, project }: Mute): string {
  return kind === "project" ? KINDS[kind] : `${KINDS[kind]} of ${project}`;
}
