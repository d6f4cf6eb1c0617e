import { Button, Group } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { addToDraft, useDraft } from "../lib/draft.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { CommentItem } from "./comment-item.tsx";
import { MailNotice } from "./mail-notice.tsx";
import { mentionsIn } from "./mention.ts";
import { type Audience, mentionableQuery, say, type TalkSubject, talkQuery } from "./talk.api.ts";
import classes from "./talk.module.css";
import { WordsField } from "./words-field.tsx";

interface TalkProps {
  subject: TalkSubject;
  audience: Audience;
  /** Opens the talk with the client about the same thing, where there is one. */
  onToClient?: () => void;
}

/** One thread about a thing. The client's has a coloured edge and says who reads it. */
export function Talk({ subject, audience, onToClient }: TalkProps) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    talkQuery(subject, audience),
  );
  const comments = data?.pages.flatMap(({ items }) => items).toReversed() ?? [];
  return (
    <div className={`${classes.talk} ${audience === "client" ? classes.client : ""}`}>
      {audience === "client" ? <p className={classes.seen}>The client sees this.</p> : null}
      {error ? (
        <ProblemNotice title="The talk could not be read" onRetry={() => void refetch()}>
          Your draft is kept.
        </ProblemNotice>
      ) : null}
      {!data && !error ? <Waiting rows={2} /> : null}
      {hasNextPage ? (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          Show earlier comments
        </Button>
      ) : null}
      <ol className={classes.comments}>
        {comments.map((comment) => (
          <CommentItem key={comment.id} comment={comment} subject={subject} />
        ))}
      </ol>
      <NewComment
        key={`${subject.id}.${audience}`}
        subject={subject}
        audience={audience}
        {...(onToClient ? { onToClient } : {})}
      />
    </div>
  );
}

const LABELS: Record<Audience, string> = { team: "Comment for the team", client: "Comment for the client" };

const draftOf = (subjectId: string, audience: Audience) => `talk.${subjectId}.${audience}`;

function NewComment({ subject, audience, onToClient }: TalkProps) {
  const client = useQueryClient();
  const [text, setText, clear] = useDraft(draftOf(subject.id, audience));
  const toClient = onToClient
    ? {
        label: "Write it in the client talk",
        run: () => {
          addToDraft(draftOf(subject.id, "client"), text);
          clear();
          onToClient();
        },
      }
    : null;
  const { submit, busy, problem } = useSubmit(async () => {
    if (!text.trim()) return;
    const people = text.includes("@")
      ? await client.ensureQueryData(mentionableQuery(subject, audience))
      : [];
    await say(client, subject, audience, { body: text, mentions: mentionsIn(text, people) });
    clear();
  });
  return (
    <div>
      <WordsField
        subject={subject}
        audience={audience}
        label={LABELS[audience]}
        placeholder="Write a comment, @ names somebody"
        value={text}
        onChange={setText}
        onSend={() => void submit()}
        toClient={toClient}
      />
      {audience === "client" ? <MailNotice subject={subject} text={text} /> : null}
      <Refusal problem={problem} />
      <Group mt={6} gap="xs">
        <Button size="compact-md" onClick={() => void submit()} loading={busy} disabled={!text.trim()}>
          {audience === "client" ? "Send to client" : "Send"}
        </Button>
        {text ? <span className={classes.hint}>Kept as a draft until you send it</span> : null}
      </Group>
    </div>
  );
}
