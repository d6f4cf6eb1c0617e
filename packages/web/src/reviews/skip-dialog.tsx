import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { skipReview } from "./cadence.api.ts";

interface SkipDialogProps {
  projectId: string;
  reviewId: string;
  /** "Mon 9 Mar, 10:00" */
  when: string;
  onClose: () => void;
}

/** Not this time, and why: the reason stands in the list of reviews. */
export function SkipDialog({ projectId, reviewId, when, onClose }: SkipDialogProps) {
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const { submit, busy, problem, field } = useSubmit(async () => {
    await skipReview(client, { projectId, reviewId }, reason.trim());
    sayDone("Skipped. The next one stands ahead.");
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={`Skip the review of ${when}`}>
      <Form onSend={submit}>
        <Stack gap="sm">
          <TextInput
            label="Why is it skipped?"
            required
            data-autofocus
            maxLength={200}
            placeholder="Everybody is at the fair"
            value={reason}
            error={field("reason")}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            Skipped twice in a row, health turns grey: it then rests on nothing that somebody has looked at.
          </Text>
          <Refusal problem={problem} />
          <Group gap="xs">
            <Button type="submit" loading={busy} disabled={reason.trim() === ""}>
              Skip this review
            </Button>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
