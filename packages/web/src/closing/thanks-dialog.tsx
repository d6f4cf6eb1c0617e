import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { momentText } from "../lib/dates.ts";
import { useDraft } from "../lib/draft.ts";
import { sayDone, sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { keepThanks, type Thanks, takeThanksBack, thanksQuery } from "./moments.api.ts";

interface ThankedMilestone {
  id: string;
  projectId: string;
  title: string;
}

/** Thanks the client for their part in a milestone; once it has left it says so. */
export function ThanksButton({ milestone }: { milestone: ThankedMilestone }) {
  const { data: thanks } = useQuery(thanksQuery(milestone));
  const [open, setOpen] = useState(false);
  if (!thanks) return null;
  if (thanks.state === "sent")
    return <Text size="sm">{`The client was thanked on ${momentText(thanks.sentAt ?? "")}.`}</Text>;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {thanks.state === "waiting" ? "Thank-you waits" : "Thank the client"}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        size="lg"
        title={`Thank you for “${milestone.title}”`}
      >
        <ThanksForm
          key={thanks.revision}
          milestone={milestone}
          thanks={thanks}
          onDone={() => setOpen(false)}
        />
      </Modal>
    </>
  );
}

interface ThanksFormProps {
  milestone: ThankedMilestone;
  thanks: Thanks;
  onDone: () => void;
}

function ThanksForm({ milestone, thanks, onDone }: ThanksFormProps) {
  const client = useQueryClient();
  const [words, setWords, clear] = useDraft(`thanks.${milestone.id}`, thanks.words);
  const { submit, busy, problem, field } = useSubmit(async () => {
    await keepThanks(client, milestone, thanks, words);
    clear();
    sayDone(isLeaving(thanks) ? "The thank-you is on its way." : `It leaves at ${leaves(thanks)}.`);
    onDone();
  });
  const takeBack = async () => {
    await takeThanksBack(client, milestone);
    clear();
    sayDone("The thank-you is taken back.");
    onDone();
  };
  return (
    <Form onSend={submit}>
      <Stack gap="sm">
        <Refusal problem={problem} />
        <Text size="sm" c="dimmed">
          {`It goes to ${thanks.readers.join(", ")} as a message${
            isLeaving(thanks) ? "." : `, at ${leaves(thanks)}, when the decision can no longer be taken back.`
          }`}
        </Text>
        <Textarea
          label="Your words"
          lang={thanks.language}
          rows={9}
          data-autofocus
          value={words}
          error={field("words")}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" loading={busy} disabled={!words.trim()}>
            {thanks.state === "waiting" ? "Save" : "Thank the client"}
          </Button>
          {thanks.state === "waiting" ? (
            <Button variant="default" onClick={() => void takeBack().catch(sayProblem)}>
              Take back
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Form>
  );
}

function isLeaving({ leavesAt }: Thanks): boolean {
  return leavesAt === null || Date.parse(leavesAt) <= Date.now();
}

function leaves({ leavesAt }: Thanks): string {
  return leavesAt === null ? "once" : momentText(leavesAt);
}
