import { Button, Group } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useManages } from "../lib/current-project.ts";
import { agoText, momentText } from "../lib/dates.ts";
import { useDraft } from "../lib/draft.ts";
import { ApiProblem } from "../lib/problem.ts";
import { useMe } from "../lib/session.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Markdown } from "../ui/markdown.tsx";
import { Reactions } from "../ui/reactions.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { MailNotice } from "./mail-notice.tsx";
import { mentionsIn } from "./mention.ts";
import {
  type Comment,
  editsQuery,
  mentionableQuery,
  reactTo,
  rephrase,
  type TalkSubject,
  takeAway,
} from "./talk.api.ts";
import classes from "./talk.module.css";
import { WordsField } from "./words-field.tsx";

interface CommentItemProps {
  comment: Comment;
  subject: TalkSubject;
}

/** One comment: who, when, what; its author may say it better, and what it said before stays readable. */
export function CommentItem({ comment, subject }: CommentItemProps) {
  const [editing, setEditing] = useState(false);
  const [tracing, setTracing] = useState(false);
  const client = useQueryClient();
  const { authorName, createdAt, editedAt, deleted, imported } = comment;
  if (deleted)
    return (
      <li className={classes.gone}>
        Deleted by {deleted.by ?? "somebody"}, {agoText(deleted.at)}
      </li>
    );
  return (
    <li className={classes.comment}>
      <div className={classes.head}>
        <strong>{authorName ?? "Somebody"}</strong>
        <time dateTime={createdAt} title={momentText(createdAt)}>
          {agoText(createdAt)}
        </time>
        {imported ? <span>imported</span> : null}
        {editedAt ? (
          <button
            type="button"
            className={classes.plain}
            aria-expanded={tracing}
            onClick={() => setTracing(!tracing)}
          >
            edited
          </button>
        ) : null}
        {editing ? null : <CommentActs comment={comment} subject={subject} onEdit={() => setEditing(true)} />}
      </div>
      {editing ? (
        <EditComment comment={comment} subject={subject} onClose={() => setEditing(false)} />
      ) : (
        <>
          <Markdown text={comment.body} />
          <Reactions
            reactions={comment.reactions}
            onToggle={(word, on) => reactTo(client, subject, comment, word, on)}
          />
        </>
      )}
      {tracing ? <Trace comment={comment} projectId={subject.projectId} /> : null}
    </li>
  );
}

function CommentActs({ comment, subject, onEdit }: CommentItemProps & { onEdit: () => void }) {
  const me = useMe();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const mine = comment.authorId === me.person.id && !comment.imported;
  const manages = useManages();
  const remove = () => takeAway(client, subject, comment).catch((error) => sayProblem(error, remove));
  if (!mine && !manages) return null;
  return (
    <span className={classes.acts}>
      {mine ? (
        <button type="button" className={classes.plain} onClick={onEdit}>
          Edit
        </button>
      ) : null}
      {asking ? (
        <>
          <button type="button" className={classes.plain} onClick={() => void remove()}>
            Delete for good
          </button>
          <button type="button" className={classes.plain} onClick={() => setAsking(false)}>
            Keep
          </button>
        </>
      ) : (
        <button type="button" className={classes.plain} onClick={() => setAsking(true)}>
          Delete
        </button>
      )}
    </span>
  );
}

function EditComment({ comment, subject, onClose }: CommentItemProps & { onClose: () => void }) {
  const client = useQueryClient();
  const [text, setText, clear] = useDraft(`comment.${comment.id}`, comment.body);
  const { audience } = comment;
  const [current, setCurrent] = useState<Comment | null>(null);
  const { submit, busy, problem } = useSubmit(async () => {
    const people = text.includes("@")
      ? await client.ensureQueryData(mentionableQuery(subject, audience))
      : [];
    await rephrase(client, subject, current ?? comment, {
      body: text,
      mentions: mentionsIn(text, people),
    }).catch((error: unknown) => {
      const theirs = staleText(error);
      if (theirs) setCurrent(theirs);
      throw error;
    });
    clear();
    onClose();
  });
  const stale = problem instanceof ApiProblem && problem.status === 412;
  return (
    <div>
      <WordsField
        subject={subject}
        audience={audience}
        label="Your comment"
        placeholder=""
        value={text}
        onChange={setText}
        onSend={() => void submit()}
        onEscape={onClose}
        autoFocus
      />
      {audience === "client" ? (
        <MailNotice subject={subject} text={text} alreadyTold={comment.mentions} />
      ) : null}
      {stale ? (
        <div role="alert">
          <p>
            It was changed in another window, and now says this. Your words above are kept; Save puts them in
            its place.
          </p>
          <Markdown text={current?.body ?? ""} />
        </div>
      ) : (
        <Refusal problem={problem} />
      )}
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" onClick={() => void submit()} loading={busy} disabled={!text.trim()}>
          Save
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </div>
  );
}

/** What stands there now, where somebody was faster: the server sends it along. */
function staleText(error: unknown): Comment | null {
  if (!(error instanceof ApiProblem) || error.status !== 412) return null;
  // The server's own shape of a comment.
  return (error.facts.current as Comment | undefined) ?? null;
}

function Trace({ comment, projectId }: { comment: Comment; projectId: string }) {
  const { data } = useQuery(editsQuery(projectId, comment));
  return (
    <ul className={classes.trace} aria-label="What it said before">
      {data?.map(({ body, at }) => (
        <li key={at}>
          <time dateTime={at}>{momentText(at)}</time>
          <Markdown text={body} />
        </li>
      ))}
    </ul>
  );
}
