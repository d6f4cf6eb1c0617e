import { Button, Group, Radio, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useFormDraft } from "../lib/form-draft.ts";
import { offerUndo } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import type { MessageField } from "./message-field.ts";
import {
  deleteMessage,
  type Message,
  type MessageDraft,
  messageDraft,
  readersQuery,
  sendMessage,
} from "./messages.api.ts";
import { WhoReads } from "./who-reads.tsx";

interface NewMessageProps {
  projectId: string;
  /** Internal projects have no client to write to. */
  hasClient: boolean;
  field: MessageField;
  onSent: (message: Message) => void;
  onTakenBack: () => void;
  onLeave: () => void;
}

/** What is for the client is so by choice. */
const EMPTY: MessageDraft = { title: "", body: "", audience: "team" };

/** A message to the whole project. Who reads it is chosen first, and they stand there by name. */
export function NewMessage(props: NewMessageProps) {
  const { projectId, hasClient, field: words, onSent, onTakenBack, onLeave } = props;
  const client = useQueryClient();
  const { values, set, clear } = useFormDraft(messageDraft(projectId), EMPTY);
  const { title, body } = values;
  const audience = hasClient ? values.audience : "team";
  const { submit, busy, problem, field } = useSubmit(async () => {
    const mentions = await words.named(audience, body);
    const message = await sendMessage(client, projectId, { title, body, audience, mentions });
    clear();
    onSent(message);
    const isMailed =
      audience === "client" &&
      client.getQueryData(readersQuery(projectId).queryKey)?.client.some(({ mailed }) => mailed);
    const word = isMailed ? "Sent; the client's mail leaves in two minutes" : "Sent";
    offerUndo(word, async () => {
      await deleteMessage(client, message);
      onTakenBack();
    });
  });
  const cancel = () => {
    clear();
    onLeave();
  };
  return (
    <Form onSend={() => submit()} onCancel={onLeave}>
      <Stack gap="md">
        {hasClient ? (
          <Radio.Group
            label="Who reads it"
            value={audience}
            onChange={(value) => set({ audience: value === "client" ? "client" : "team" })}
          >
            <Group gap="md" mt={4}>
              <Radio value="team" label="Team only" />
              <Radio value="client" label="Team and client" />
            </Group>
          </Radio.Group>
        ) : null}
        <WhoReads projectId={projectId} audience={audience} />
        <TextInput
          label="What it is about"
          autoFocus
          maxLength={240}
          value={title}
          error={field("title")}
          onChange={({ currentTarget }) => set({ title: currentTarget.value })}
        />
        <words.Field
          audience={audience}
          label="Message"
          value={body}
          onChange={(text) => set({ body: text })}
          onSend={() => void submit()}
          {...(hasClient
            ? { toClient: { label: "Let the client read it", run: () => set({ audience: "client" }) } }
            : {})}
        />
        <Refusal problem={problem} />
        <Group gap="xs">
          <Button
            type="submit"
            loading={busy}
            disabled={!title.trim() || !body.trim()}
            title="Ctrl+Enter in the text"
          >
            {audience === "client" ? "Send to team and client" : "Send to the team"}
          </Button>
          <Button variant="default" onClick={cancel}>
            Discard
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
