import { Badge, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useProject } from "../lib/current-project.ts";
import { momentText } from "../lib/dates.ts";
import { Markdown } from "../ui/markdown.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { type Message, messagesQuery } from "./messages.api.ts";

/** What was written to the whole project, newest first. */
export function MessageList({ projectId }: { projectId: string }) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(messagesQuery(projectId));
  if (!data) return <Waiting />;
  const messages = data.pages.flatMap(({ items }) => items);
  if (messages.length === 0)
    return (
      <Text c="dimmed">
        Nobody has written to the project yet. News, questions and decisions to all of it stand here, each
        with its answers.
      </Text>
    );
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
  const project = useProject();
  const { id, title, body, audience, authorName, createdAt, comments } = message;
  const place = `/p/${project.key.toLowerCase()}/updates/${id}`;
  return (
    <li>
      <Group gap="xs">
        <Title order={3} size="h4">
          <Link to={place as "/"}>{title}</Link>
        </Title>
        <Badge variant={audience === "client" ? "filled" : "default"}>
          {audience === "client" ? "Team and client" : "Team only"}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {authorName ?? "Somebody"}, {momentText(createdAt)}
      </Text>
      <Markdown text={body} />
      <Link to={place as "/"} aria-label={`${answersText(comments)}: ${title}`}>
        {answersText(comments)}
      </Link>
    </li>
  );
}

function answersText(comments: number): string {
  if (comments === 0) return "Answer";
  return comments === 1 ? "1 answer" : `${comments} answers`;
}
