import { Badge, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useManages } from "../lib/current-project.ts";
import { momentText } from "../lib/dates.ts";
import { hasFormDraft, useFormDraft } from "../lib/form-draft.ts";
import { useMe } from "../lib/session.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { Reactions } from "../ui/reactions.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Theirs } from "../ui/theirs.tsx";
import type { MessageField } from "./message-field.ts";
import { deleteMessage, editMessage, type Message, messageQuery, reactToMessage } from "./messages.api.ts";

interface MessageArticleProps {
  message: Message;
  field: MessageField;
  onDeleted: () => void;
}

/** What a message says, and what can be done with it. */
export function MessageArticle({ message, field, onDeleted }: MessageArticleProps) {
  const client = useQueryClient();
  const me = useMe();
  const manages = useManages();
  const { id, body, audience, authorId, authorName, createdAt, editedAt, reactions } = message;
  const mine = authorId === me.person.id;
  const [editing, setEditing] = useState(() => mine && hasFormDraft(`message.${id}`));
  const remove = () =>
    deleteMessage(client, message).then(onDeleted, (error) => sayProblem(error, () => void remove()));
  return (
    <article>
      <Group gap="xs" mb="xs">
        <Badge variant={audience === "client" ? "filled" : "default"}>
          {audience === "client" ? "Team and client" : "Team only"}
        </Badge>
        <Text size="sm" c="dimmed">
          {`${authorName ?? "Somebody"}, ${momentText(createdAt)}${editedAt ? `, edited ${momentText(editedAt)}` : ""}`}
        </Text>
      </Group>
      {editing ? (
        <EditMessage message={message} field={field} onClose={() => setEditing(false)} />
      ) : (
        <>
          <Markdown text={body} />
          <Reactions
            reactions={reactions}
            onToggle={(word, on) => reactToMessage(client, message, word, on)}
          />
          <Group gap="xs" mt="xs">
            {mine ? (
              <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
                Edit message
              </Button>
            ) : null}
            {mine || manages ? (
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void remove()}>
                Delete message
              </Button>
            ) : null}
          </Group>
        </>
      )}
    </article>
  );
}

interface EditMessageProps {
  message: Message;
  field: MessageField;
  onClose: () => void;
}

function EditMessage({ message, field: words, onClose }: EditMessageProps) {
  const client = useQueryClient();
  const { id, projectId, audience, title, body } = message;
  const { values, set, theirs, clear } = useFormDraft(`message.${id}`, { title, body });
  const close = () => {
    clear();
    onClose();
  };
  const { submit, busy, problem, field } = useSubmit(async () => {
    try {
      await editMessage(client, message, {
        ...values,
        mentions: await words.named(audience, values.body),
      });
    } catch (error) {
      // What stands there now is read again, so that both texts are on the page.
      await client.invalidateQueries({ queryKey: messageQuery(projectId, id).queryKey });
      throw error;
    }
    close();
  });
  return (
    <Form onSend={() => submit()}>
      <Stack gap="sm">
        <Refusal problem={problem} />
        <Theirs theirs={theirs} labels={{ title: "What it is about", body: "Message" }} />
        <TextInput
          label="What it is about"
          value={values.title}
          error={field("title")}
          onChange={({ currentTarget }) => set({ title: currentTarget.value })}
        />
        <words.Field
          audience={audience}
          label="Message"
          value={values.body}
          onChange={(text) => set({ body: text })}
          onSend={() => void submit()}
        />
        <Group gap="xs">
          <Button type="submit" loading={busy} disabled={!values.title.trim() || !values.body.trim()}>
            Save
          </Button>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
