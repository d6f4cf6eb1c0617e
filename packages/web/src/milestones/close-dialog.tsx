import { Button, Group, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { type BoardCard, boardQuery, laterOfQuery } from "../lib/board-query.ts";
import { closeMilestone } from "../lib/milestone-steps.ts";
import { isOpen } from "../lib/milestone-words.ts";
import type { Milestone, Plan } from "../lib/plan-query.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";

interface CloseDialogProps {
  plan: Plan;
  milestone: Milestone;
  to: "accepted" | "dropped";
  onClose: () => void;
}

/** The end of a milestone, reached or dropped: each card that is still open goes somewhere. */
export function CloseDialog({ plan, milestone, to, onClose }: CloseDialogProps) {
  const client = useQueryClient();
  const { open, doneColumn } = useOpenCards(milestone);
  const count = open?.length ?? 0;
  const [reason, setReason] = useState("");
  const [rest, setRest] = useState("later");
  const [single, setSingle] = useState<Record<string, string>>({});
  const places = placesOf(plan, milestone, doneColumn);
  const dropping = to === "dropped";
  const { submit, busy, problem } = useSubmit(async () => {
    await closeMilestone(client, milestone, {
      to,
      reason: reason.trim(),
      rest: count > 0 ? rest : null,
      single,
    });
    const moved = count > 0 ? `, ${openCards(count)} taken care of` : "";
    sayDone(`M${milestone.number}: ${dropping ? "Dropped" : "Reached"}${moved}`);
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={dropping ? `Drop “${milestone.title}”` : `“${milestone.title}” is reached`}
    >
      <Form onSend={submit}>
        <Stack gap="sm">
          {dropping ? (
            <TextInput
              label="Why is it dropped?"
              required
              data-autofocus
              maxLength={1000}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
          ) : null}
          <Text>
            {dropping
              ? "A dropped milestone does not come back: its page stays as a record."
              : "This cannot be taken back: what was reached stays on record."}
          </Text>
          {open && count > 0 ? (
            <>
              <Select
                label={`Its ${openCards(count)} ${count === 1 ? "goes" : "go"} to`}
                data={places}
                value={rest}
                allowDeselect={false}
                onChange={(value) => setRest(value ?? "later")}
              />
              {count > 1 ? (
                <OpenCards
                  projectKey={plan.project.key}
                  cards={open}
                  places={places}
                  rest={rest}
                  single={single}
                  onChange={setSingle}
                />
              ) : null}
            </>
          ) : null}
          <Refusal problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button
              type="submit"
              color={dropping ? "red" : "brand"}
              loading={busy}
              disabled={!open || (dropping && reason.trim() === "")}
            >
              {dropping ? "Drop milestone" : "Mark as reached"}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}

function openCards(count: number): string {
  return `${count} open ${count === 1 ? "card" : "cards"}`;
}

/** Those on the board and those put off, undefined until both are known; and the column of what is done. */
function useOpenCards({ id, projectId }: Milestone): {
  open: BoardCard[] | undefined;
  doneColumn: string | undefined;
} {
  const board = useQuery(boardQuery(projectId)).data;
  const later = useQuery(laterOfQuery(projectId, id)).data;
  const open = useMemo(
    () =>
      board && later && [...board.cards.filter((card) => card.milestoneId === id && !card.doneAt), ...later],
    [board, later, id],
  );
  return { open, doneColumn: board?.columns.find(({ category }) => category === "done")?.name };
}

interface Place {
  value: string;
  label: string;
}

function placesOf(plan: Plan, milestone: Milestone, doneColumn: string | undefined): Place[] {
  const others = plan.milestones.filter((each) => each.id !== milestone.id && isOpen(each));
  return [
    { value: "later", label: "The Later list" },
    { value: "archive", label: "The archive" },
    ...(doneColumn ? [{ value: "done", label: `${doneColumn}: they are done` }] : []),
    ...others.map(({ id, number, title }) => ({ value: id, label: `M${number} ${title}` })),
  ];
}

interface OpenCardsProps {
  projectKey: string;
  cards: readonly { id: string; number: number; title: string }[];
  places: Place[];
  rest: string;
  single: Record<string, string>;
  onChange: (single: Record<string, string>) => void;
}

function OpenCards({ projectKey, cards, places, rest, single, onChange }: OpenCardsProps) {
  return (
    <Stack gap={6} mah={280} style={{ overflow: "auto" }}>
      {cards.map(({ id, number, title }) => (
        <Group key={id} gap="xs">
          <Text size="sm" style={{ flex: "1 1 220px", overflowWrap: "anywhere" }}>
            {`${projectKey}-${number} ${title}`}
          </Text>
          <Select
            aria-label={`Where “${title}” goes`}
            size="xs"
            w={200}
            data={places}
            value={single[id] ?? rest}
            allowDeselect={false}
            onChange={(value) => onChange({ ...single, [id]: value ?? rest })}
          />
        </Group>
      ))}
    </Stack>
  );
}
