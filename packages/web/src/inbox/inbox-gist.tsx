import { Anchor, Button, Group, Paper, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { agoText, dayText } from "../lib/dates.ts";
import { Markdown } from "../ui/markdown.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { gistQuery, type InboxItem } from "./inbox.api.ts";
import classes from "./inbox.module.css";
import { KeyHint } from "./key-hint.tsx";
import { SnoozeMenu } from "./snooze-menu.tsx";
import type { InboxActs } from "./use-inbox-acts.ts";

const ASKS: Partial<Record<InboxItem["reason"], string>> = {
  mentioned: "Read and answer",
  client_wrote: "Read and answer",
  question_asked: "Answer it",
  checked_in: "Answer it",
  answered: "Look at the answer",
  changes_requested: "See what is missing",
  wished: "Offer it, or say why not",
  wish_waits: "Offer it, or say why not",
  proposed: "Answer the proposal",
  unanswered: "Follow up",
  notice: "Read the notice",
  review_due: "Open the review",
  review_overdue: "Open the review",
  warned: "See what to do",
  approval_offered: "Ask for approval",
  estimate_missing: "Estimate it",
};

interface InboxGistProps {
  item: InboxItem;
  acts: InboxActs;
  snoozing: boolean;
  onSnoozing: (on: boolean) => void;
  onBack: () => void;
}

/** The thing in short: what it says, what is asked, and the way to it. */
export function InboxGist({ item, acts, snoozing, onSnoozing, onBack }: InboxGistProps) {
  const gist = useQuery(gistQuery(item.id)).data;
  const { thing, milestone, project } = item;
  return (
    <Paper withBorder p="md" component="section" aria-label={thing.title} className={classes.gist}>
      <Button variant="subtle" className={classes.back} onClick={onBack} mb="xs" px={0}>
        Back to the list
      </Button>
      <Text size="sm" c="dimmed">
        {[project.name, thing.ref, milestone && `${milestone.ref} ${milestone.title}`, agoText(item.at)]
          .filter(Boolean)
          .join(" · ")}
      </Text>
      <Title order={2} size="h3" className={classes.words}>
        {thing.title}
      </Title>
      <Text my="xs">{item.because === null ? item.what : `${item.what}, ${item.because}`}</Text>
      {gist?.on ? <Text size="sm">{`Date: ${dayText(gist.on)}`}</Text> : null}
      {gist === undefined ? <Waiting rows={2} /> : null}
      {gist?.words ? (
        <blockquote className={classes.said}>
          {gist.words.by ? <Text fw={600}>{gist.words.by}</Text> : null}
          <Markdown text={gist.words.text} />
        </blockquote>
      ) : null}
      <Group mt="md" gap="xs">
        <Button component={Link} to={thing.path as "/"}>
          {ASKS[item.reason] ?? "Open it"}
        </Button>
        {item.doneAt === null ? (
          <Button variant="default" onClick={() => acts.finish(item)}>
            Done
            <KeyHint of="E" />
          </Button>
        ) : null}
        <SnoozeMenu item={item} acts={acts} opened={snoozing} onChange={onSnoozing} />
        <Button variant="default" onClick={() => acts.keepUnread(item)}>
          {item.doneAt === null ? "Keep unread" : "Open again"}
          <KeyHint of="U" />
        </Button>
      </Group>
      <Mutes item={item} acts={acts} />
    </Paper>
  );
}

function Mutes({ item, acts }: Pick<InboxGistProps, "item" | "acts">) {
  const { thing, project, muted } = item;
  const { kind, id, title } = thing;
  return (
    <Group mt="md" gap="md">
      {(kind === "card" || kind === "milestone") && !muted.thing ? (
        <Anchor component="button" type="button" size="sm" onClick={() => acts.mute({ kind, id, title })}>
          {`Mute this ${kind}`}
        </Anchor>
      ) : null}
      {muted.project ? null : (
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => acts.mute({ kind: "project", id: project.id, title: project.name })}
        >
          {`Mute ${project.name}`}
        </Anchor>
      )}
      <Text size="xs" c="dimmed">
        What is muted reaches you only when somebody mentions you or asks you.
      </Text>
    </Group>
  );
}
