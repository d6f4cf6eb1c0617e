import { Badge, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useManages } from "../lib/current-project.ts";
import { momentText } from "../lib/dates.ts";
import { useMe } from "../lib/session.ts";
import { sayProblem } from "../lib/undo.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { deleteMessage, type Message, messagesQuery } from "./messages.api.ts";

/** What was written to the whole project, newest first. */
export function MessageList({ projectId }: { projectId: string }) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(messagesQuery(projectId));
  if (!data) return <Waiting />;
  const messages = data.pages.flatMap(({ items }) => items);
  if (messages.length === 0) return <Text c="dimmed">Nobody has written to the project yet.</Text>;
  return (
    <Stack component="ul" gap="lg" p={0} m={0} style={{ listStyle: "none" }}>
      {messages.map((message) => (
        <OneMessage key={message.id} message={message} />
      ))}
      {hasNextPage ? (
        <li>
          <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show earlier messages
          </Button>
        </li>
      ) : null}
    </Stack>
  );
}

function OneMessage({ message }: { message: Message }) {
  const client = useQueryClient();
  const me = useMe();
  const manages = useManages();
  const [asking, setAsking] = useState(false);
  const { title, body, audience, authorId, authorName, createdAt } = message;
  const remove = () => deleteMessage(client, message).catch((error) => sayProblem(error, remove));
  return (
    <li>
      <Group gap="xs">
        <Title order={3} size="h4">
          {title}
        </Title>
        <Badge variant={audience === "client" ? "filled" : "default"}>
          {audience === "client" ? "Team and client" : "Team only"}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {authorName ?? "Somebody"}, {momentText(createdAt)}
      </Text>
      <Markdown text={body} />
      {manages || authorId === me.person.id ? (
        <Group gap="xs">
          {asking ? (
            <>
              <Button size="compact-sm" variant="default" onClick={() => void remove()}>
                Delete for everybody
              </Button>
              <Button size="compact-sm" variant="subtle" onClick={() => setAsking(false)}>
                Keep
              </Button>
            </>
          ) : (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAsking(true)}>
              Delete
            </Button>
          )}
        </Group>
      ) : null}
    </li>
  );
}
