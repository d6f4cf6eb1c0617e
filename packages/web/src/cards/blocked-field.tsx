import { Button, Checkbox, Group, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { act, blockedAct } from "../lib/card-acts.ts";
import { Form } from "../ui/form.tsx";
import { type FieldProps, owned } from "./field-props.ts";

interface BlockedFieldProps extends FieldProps {
  reason: string | null;
}

/** What the card waits for, and whether it is the client who must answer. */
export function BlockedField(props: BlockedFieldProps) {
  const { card, reason } = props;
  const client = useQueryClient();
  const [text, setText] = useState("");
  const [byClient, setByClient] = useState(false);
  const before = { reason, byClient: card.blockedByClient };
  const set = (next: { reason: string | null; byClient: boolean }) =>
    act(client, blockedAct(owned(props), before, next)).then((done) => done && setText(""));
  if (card.blocked)
    return (
      <Group justify="space-between" role="group" aria-label="Blocked">
        <span>
          <strong>{card.blockedByClient ? "Waiting for client" : "Blocked"}</strong>
          {reason ? `: ${reason}` : ""}
        </span>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void set({ reason: null, byClient: false })}
        >
          Not blocked any more
        </Button>
      </Group>
    );
  return (
    <Form onSend={() => text.trim() && set({ reason: text.trim(), byClient })}>
      <Stack gap="xs">
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            label="Blocked: what does it wait for?"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            style={{ flex: 1 }}
          />
          <Button type="submit" variant="default" disabled={!text.trim()}>
            Block
          </Button>
        </Group>
        {text ? (
          <Checkbox
            label="The client must answer"
            checked={byClient}
            onChange={(event) => setByClient(event.currentTarget.checked)}
          />
        ) : null}
      </Stack>
    </Form>
  );
}
