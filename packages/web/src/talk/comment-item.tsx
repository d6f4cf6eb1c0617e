import { Button, Group } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useManages } from "../lib/current-project.ts";
import { agoText, momentText } from "../lib/dates.ts";
import { hasFormDraft, useFormDraft } from "../lib/form-draft.ts";
import { useMe } from "../lib/session.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Markdown } from "../ui/markdown.tsx";
import { Reactions } from "../ui/reactions.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Theirs } from "../ui/theirs.tsx";
import { MailNotice } from "./mail-notice.tsx";
import { mentionsIn } from "./mention.ts";
import {
  type Comment,
  editsQuery,
  mentionableQuery,
  reactTo,
  refreshTalk,
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

const draftOf = ({ id }: Comment) => `comment.${id}`;

/** One comment: who, when, what; its author may say it better, and what it said before stays readable. */
export function CommentItem({ comment, subject }: CommentItemProps) {
  const me = useMe();
  const mine = comment.authorId === me.person.id && !comment.imported;
  const [editing, setEditing] = useState(() => mine && hasFormDraft(draftOf(comment)));
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
        {editing ? null : (
          <CommentActs comment={comment} subject={subject} mine={mine} onEdit={() => setEditing(true)} />
        )}
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

interface CommentActsProps extends CommentItemProps {
  mine: boolean;
  onEdit: () => void;
}

function CommentActs({ comment, subject, mine, onEdit }: CommentActsProps) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
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
  const { audience, body } = comment;
  const there = useMemo(() => ({ body }), [body]);
  const { values, set, theirs, clear } = useFormDraft(draftOf(comment), there);
  const text = values.body;
  const leave = () => {
    clear();
    onClose();
  };
  const { submit, busy, problem } = useSubmit(async () => {
    const people = text.includes("@")
      ? await client.ensureQueryData(mentionableQuery(subject, audience))
      : [];
    try {
      await rephrase(client, subject, comment, { body: text, mentions: mentionsIn(text, people) });
    } catch (error) {
      // What stands there now is read again, so that both texts are on the page.
      await refreshTalk(client, subject);
      throw error;
    }
    leave();
  });
  return (
    <div>
      <WordsField
        subject={subject}
        audience={audience}
        label="Your comment"
        placeholder=""
        value={text}
        onChange={(next) => set({ body: next })}
        onSend={() => void submit()}
        onEscape={onClose}
        autoFocus
      />
      {audience === "client" ? (
        <MailNotice subject={subject} text={text} alreadyTold={comment.mentions} />
      ) : null}
      <Theirs theirs={theirs} labels={{ body: "Comment" }} />
      <Refusal problem={problem} />
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" onClick={() => void submit()} loading={busy} disabled={!text.trim()}>
          Save
        </Button>
        <Button size="compact-sm" variant="default" onClick={leave}>
          Cancel
        </Button>
      </Group>
    </div>
  );
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
