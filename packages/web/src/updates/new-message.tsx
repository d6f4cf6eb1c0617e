import { Button, Group, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useDraft } from "../lib/draft.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import type { MessageField } from "./message-field.ts";
import { sendMessage } from "./messages.api.ts";

interface NewMessageProps {
  projectId: string;
  /** Internal projects have no client to write to. */
  hasClient: boolean;
  field: MessageField;
}

/** A message to the whole project; who reads it is chosen before it is written. */
export function NewMessage({ projectId, hasClient, field: words }: NewMessageProps) {
  const client = useQueryClient();
  const [audience, setAudience] = useState<"team" | "client">(hasClient ? "client" : "team");
  const [title, setTitle, clearTitle] = useDraft(`message.${projectId}.title`);
  const [body, setBody, clearBody] = useDraft(`message.${projectId}.body`);
  const { submit, busy, problem, field } = useSubmit(async () => {
    await sendMessage(client, projectId, {
      title,
      body,
      audience,
      mentions: await words.named(audience, body),
    });
    clearTitle();
    clearBody();
    sayDone(
      audience === "client"
        ? "It stands on the client's page, and is mailed in two minutes."
        : "Sent to the team.",
    );
  });
  return (
    <Form onSend={() => submit()}>
      <Stack gap="sm">
        <Refusal problem={problem} />
        {hasClient ? (
          <Radio.Group
            label="Who reads it"
            value={audience}
            onChange={(value) => setAudience(value === "client" ? "client" : "team")}
          >
            <Group gap="md" mt={4}>
              <Radio value="client" label="Team and client" />
              <Radio value="team" label="Team only" />
            </Group>
          </Radio.Group>
        ) : null}
        <TextInput
          label="What it is about"
          value={title}
          error={field("title")}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <words.Field
          audience={audience}
          label="Message"
          value={body}
          onChange={setBody}
          onSend={() => void submit()}
        />
        <Text size="sm" c="dimmed">
          {audience === "client"
            ? "The team and the client's people read it. The client is mailed; the team finds it in the inbox."
            : "Only the team reads it, and finds it in the inbox."}
        </Text>
        <Group>
          <Button type="submit" loading={busy} disabled={!title.trim() || !body.trim()}>
            {audience === "client" ? "Send to client" : "Send"}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
