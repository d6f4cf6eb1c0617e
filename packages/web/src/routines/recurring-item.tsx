import { Badge, Button, Group, Paper, Text, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useId, useMemo } from "react";
import type { Board } from "../lib/board-query.ts";
import { hasFormDraft } from "../lib/form-draft.ts";
import { comingWords, rhythmWords } from "../lib/rhythm-words.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { RecurringForm } from "./recurring-form.tsx";
import { changeRecurring, fieldsOf, type RecurringCard, removeRecurring } from "./routines.api.ts";

interface RecurringItemProps {
  board: Board;
  zone: string;
  recurring: RecurringCard;
}

/** One card that comes back: when, where to, and the next three days. */
export function RecurringItem({ board, zone, recurring }: RecurringItemProps) {
  const client = useQueryClient();
  const id = useId();
  const draft = `recurring.${recurring.id}`;
  const editing = useInPlace(hasFormDraft(draft));
  const there = useMemo(() => fieldsOf(recurring), [recurring]);
  const { content, coming, paused } = recurring;
  const projectId = board.project.id;
  if (editing.isOpen)
    return (
      <RecurringForm
        name={content.title}
        board={board}
        zone={zone}
        there={there}
        draft={draft}
        onSave={(wanted) =>
          changeRecurring(client, projectId, recurring, wanted, `“${wanted.content.title}” changed`)
        }
        onClose={editing.close}
      />
    );
  const pause = () =>
    changeRecurring(
      client,
      projectId,
      recurring,
      { ...there, paused: !paused },
      paused ? `“${content.title}” goes on` : `“${content.title}” is paused`,
    );
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id} style={{ overflowWrap: "anywhere" }}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Group gap="xs" flex="1 1 16rem">
          <Title order={2} size="h3" id={id}>
            {content.title}
          </Title>
          {paused ? (
            <Badge variant="default" tt="none">
              Paused
            </Badge>
          ) : null}
        </Group>
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Edit ${content.title}`}
            autoFocus={editing.hasReturned}
            onClick={editing.open}
          >
            Edit
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${paused ? "Go on with" : "Pause"} ${content.title}`}
            onClick={() => void pause().catch(sayProblem)}
          >
            {paused ? "Go on" : "Pause"}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Remove ${content.title}`}
            onClick={() => void removeRecurring(client, projectId, recurring).catch(sayProblem)}
          >
            Remove
          </Button>
        </Group>
      </Group>
      <Text size="sm" mt={4}>
        {`${rhythmWords(recurring)}, to ${columnName(board, recurring)}`}
      </Text>
      <Text size="sm" c="dimmed" className="mp-tabular">
        {paused ? "None is made until it goes on." : nextWords(coming)}
      </Text>
      <Who board={board} recurring={recurring} />
    </Paper>
  );
}

function Who({ board, recurring: { content, setBy } }: Omit<RecurringItemProps, "zone">) {
  const nameOf = (id: string | null) => board.people.find((person) => person.id === id)?.name;
  const people = content.people.flatMap((id) => nameOf(id) ?? []);
  const by = nameOf(setBy);
  const words = [people.length > 0 ? `For ${people.join(", ")}` : "", by ? `Set up by ${by}` : ""];
  const said = words.filter((each) => each !== "").join(" · ");
  return said === "" ? null : (
    <Text size="sm" c="dimmed">
      {said}
    </Text>
  );
}

function nextWords(coming: RecurringCard["coming"]): string {
  return coming.length === 0 ? "Its last day is over." : `Next: ${comingWords(coming)}`;
}

/** As the server does where its own column is gone. */
function columnName({ columns }: Board, { columnId }: RecurringCard): string {
  const [first] = columns;
  const own = columns.find(({ id }) => id === columnId);
  return (own ?? columns.find(({ category }) => category === "todo") ?? first)?.name ?? "the board";
}
