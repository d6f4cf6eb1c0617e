import { Button, Checkbox, Group, Modal, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { answer, api, type Shape } from "../lib/api.ts";
import { boardQuery } from "../lib/board-query.ts";
import { COPY_WORDS, withoutWords } from "../lib/copy-words.ts";
import { keys } from "../lib/query-keys.ts";
import { offerUndo } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { useWorld } from "./board-context.ts";

type Part = Shape<"BoardCopyPart">;
const PARTS = ["checklist", "people", "dates", "links", "files"] as const satisfies readonly Part[];

const CARDS = ["none", "open", "all"] as const;
type Cards = (typeof CARDS)[number];

/** A project of its own from this one's board: says what comes along and what never does. */
export function BoardCopy({ onClose }: { onClose: () => void }) {
  const board = useQueryClient().getQueryData(boardQuery(useWorld().projectId).queryKey);
  const [name, setName] = useState(`${board?.project.name ?? ""} copy`.trim());
  const [key, setKey] = useState("");
  const [cards, setCards] = useState<Cards>("none");
  const [parts, setParts] = useState<string[]>(["checklist", "links"]);
  const [team, setTeam] = useState(true);
  const [routines, setRoutines] = useState(false);
  const copy = useCopy(onClose);
  const { submit, busy, problem, field } = useSubmit(() =>
    copy({
      name,
      ...(key.trim() ? { key: key.trim() } : {}),
      ...{ team, routines, cards },
      parts: PARTS.filter((part) => parts.includes(part)),
    }),
  );
  const open = board?.cards.filter(({ doneAt }) => doneAt === null).length ?? 0;
  const words: Record<Cards, string> = {
    none: "No cards",
    open: `Open cards (${open})`,
    all: `All cards, done ones too (${board?.cards.length ?? 0})`,
  };
  return (
    <Modal opened onClose={onClose} title="Copy this board into a new project">
      <Form onSend={() => void submit()}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            onFocus={({ currentTarget }) => currentTarget.select()}
            error={field("name")}
            required
            data-autofocus
          />
          <TextInput
            label="Short name"
            description="Such as ACME; made from the name when it is empty."
            value={key}
            onChange={({ currentTarget }) => setKey(currentTarget.value.toUpperCase())}
            error={field("key")}
            maxLength={10}
          />
          <Radio.Group
            label="Cards"
            value={cards}
            onChange={(value) => setCards(CARDS.find((each) => each === value) ?? "none")}
          >
            <Stack gap={6} mt={6}>
              {CARDS.map((value) => (
                <Radio key={value} value={value} label={words[value]} />
              ))}
            </Stack>
          </Radio.Group>
          {cards === "none" ? null : (
            <Checkbox.Group label="Copy of each card" value={parts} onChange={setParts}>
              <Stack gap={6} mt={6}>
                {PARTS.map((part) => (
                  <Checkbox key={part} value={part} label={COPY_WORDS[part]} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          <Stack gap={6}>
            <Checkbox
              label="The team, with you as the lead"
              checked={team}
              onChange={({ currentTarget }) => setTeam(currentTarget.checked)}
            />
            <Checkbox
              label="Routines, paused until you have looked at them"
              checked={routines}
              onChange={({ currentTarget }) => setRoutines(currentTarget.checked)}
            />
          </Stack>
          <Text size="sm" c="dimmed">
            Columns with their limits, labels and fields always come along. The client, the plan with its
            milestones, what was agreed, talk, worked time, history and archived cards stay.
          </Text>
          <Refusal problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              Copy board
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}

interface Wanted {
  name: string;
  key?: string;
  team: boolean;
  routines: boolean;
  cards: Cards;
  parts: Part[];
}

/** Leads to the new board; the way back leads here. */
function useCopy(onClose: () => void) {
  const { projectId, projectKey } = useWorld();
  const client = useQueryClient();
  const navigate = useNavigate();
  const toBoard = (key: string) =>
    navigate({ to: "/p/$projectKey/board", params: { projectKey: key.toLowerCase() } });
  const refresh = () =>
    Promise.all([keys.projects, keys.portfolio].map((queryKey) => client.invalidateQueries({ queryKey })));
  return async (body: Wanted) => {
    const params = { path: { projectId } };
    const { project, leftOut } = await answer(
      api.POST("/api/v1/projects/{projectId}/copy", { params, body }),
    );
    onClose();
    await refresh();
    await toBoard(project.key);
    offerUndo(`${project.name} has this board${withoutWords(leftOut)}`, async () => {
      const made = { path: { projectId: project.id } };
      await answer(api.DELETE("/api/v1/projects/{projectId}", { params: made }));
      await toBoard(projectKey);
      await refresh();
    });
  };
}
