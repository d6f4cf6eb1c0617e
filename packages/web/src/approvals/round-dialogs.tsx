import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { titleText } from "./approval-words.ts";
import { type Approval, askAgain, cancelApproval } from "./approvals.api.ts";

interface DialogProps {
  approval: Approval;
  onClose: () => void;
}

/** What is different now; files are taken in their newest version, the rest as it stands. */
export function NewVersionDialog({ approval, onClose }: DialogProps) {
  const client = useQueryClient();
  const [changed, setChanged] = useState("");
  const [dueOn, setDueOn] = useState(approval.dueOn ?? "");
  const { submit, busy, problem, field } = useSubmit(async () => {
    await askAgain(client, approval, { changed, ...(dueOn === "" ? {} : { dueOn }) });
    sayDone(`Version ${approval.round + 1} is on its way`);
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={`New version of “${approval.title}”`} size="lg">
      <Form onSend={submit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            It takes the place of this one. Files come in their newest version; whoever decides gets a mail.
          </Text>
          <Textarea
            label="What is different now?"
            description="The client reads it above everything else."
            autosize
            minRows={3}
            maxLength={2_000}
            data-autofocus
            value={changed}
            error={field("changed")}
            onChange={({ currentTarget }) => setChanged(currentTarget.value)}
          />
          <TextInput
            type="date"
            label="Decide by"
            maw={220}
            value={dueOn}
            error={field("dueOn")}
            onChange={({ currentTarget }) => setDueOn(currentTarget.value)}
          />
          <Refusal problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
            <Button type="submit" loading={busy}>
              Send version {approval.round + 1}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}

/** The reason stands where the request stood. */
export function CancelDialog({ approval, onClose }: DialogProps) {
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const { submit, busy, problem } = useSubmit(async () => {
    await cancelApproval(client, approval, reason);
    sayDone("Taken back");
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={`Take back “${titleText(approval)}”`}>
      <Form onSend={submit}>
        <Stack gap="sm">
          <TextInput
            label="Why?"
            description="Whoever opens the link reads it."
            required
            maxLength={500}
            data-autofocus
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Refusal problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
            <Button type="submit" loading={busy} disabled={reason.trim() === ""}>
              Take back
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
