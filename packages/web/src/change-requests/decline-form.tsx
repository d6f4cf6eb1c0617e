import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { type ChangeRequest, declineChange } from "./change-requests.api.ts";

/** A no with its reason; the record stays for both sides. */
export function DeclineForm({ change, onClose }: { change: ChangeRequest; onClose: () => void }) {
  const client = useQueryClient();
  const [words, setWords] = useState("");
  const { submit, busy, problem } = useSubmit(async () => {
    await declineChange(client, change, words.trim());
    sayDone("Declined, with your reason");
    onClose();
  });
  return (
    <Form onSend={submit} onCancel={onClose}>
      <Stack gap="xs">
        <Textarea
          label="Why not"
          description="The client reads it."
          required
          autoFocus
          autosize
          minRows={2}
          maxLength={2000}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <Refusal problem={problem} />
        <Group gap="xs">
          <Button type="submit" size="compact-md" loading={busy} disabled={words.trim() === ""}>
            Decline
          </Button>
          <Button size="compact-md" variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
