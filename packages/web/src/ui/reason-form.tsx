import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "./form.tsx";
import { Refusal } from "./refusal.tsx";

interface ReasonFormProps {
  label: string;
  /** The verb on the button. */
  act: string;
  /** Said when it is done. */
  done: string;
  send: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** A no to the client with its reason, which they read. */
export function ReasonForm({ label, act, done, send, onClose }: ReasonFormProps) {
  const [reason, setReason] = useState("");
  const { submit, busy, problem } = useSubmit(async () => {
    await send(reason.trim());
    sayDone(done);
    onClose();
  });
  return (
    <Form onSend={submit} onCancel={onClose}>
      <Stack gap="xs">
        <Textarea
          label={label}
          description="The client reads it."
          required
          autoFocus
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Refusal problem={problem} />
        <Group gap="xs">
          <Button type="submit" size="compact-md" loading={busy} disabled={reason.trim() === ""}>
            {act}
          </Button>
          <Button size="compact-md" variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
