import { useQuery } from "@tanstack/react-query";
import { mentionsIn } from "./mention.ts";
import { mentionableQuery, type TalkSubject } from "./talk.api.ts";
import classes from "./talk.module.css";

const LIST = new Intl.ListFormat("en", { type: "conjunction" });
const NOBODY: readonly string[] = [];

interface MailNoticeProps {
  subject: TalkSubject;
  text: string;
  /** Who was named in it before: nobody is mailed twice for one comment. */
  alreadyTold?: readonly string[];
}

/** Before a comment is sent: which of the client's people it will reach by mail. */
export function MailNotice({ subject, text, alreadyTold = NOBODY }: MailNoticeProps) {
  const { data: people = [] } = useQuery({
    ...mentionableQuery(subject, "client"),
    enabled: text.includes("@"),
  });
  const named = new Set(mentionsIn(text, people));
  const reached = people.filter(
    ({ id, kind }) => kind === "contact" && named.has(id) && !alreadyTold.includes(id),
  );
  const names = LIST.format(reached.map(({ name }) => name));
  return (
    <p role="status" className={classes.mailed} hidden={reached.length === 0}>
      {names} at the client will get a mail with this comment.
    </p>
  );
}
