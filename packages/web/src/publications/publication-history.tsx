import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { momentText } from "../lib/dates.ts";
import { Markdown } from "../ui/markdown.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { NoticeAnswer } from "./notice-answer.tsx";
import { NoticeReceipts } from "./notice-receipts.tsx";
import { type Notice, noticesQuery } from "./publications.api.ts";
import classes from "./publications.module.css";

/** What client and team were told and when, newest first, and what each of them said to it. */
export function PublicationHistory({ projectId }: { projectId: string }) {
  const { data } = useQuery(noticesQuery(projectId));
  if (!data) return <Waiting />;
  if (data.length === 0) return <Text c="dimmed">Nothing has been published yet.</Text>;
  return (
    <ol className={classes.history}>
      {data.map((each) => (
        <li key={each.id} id={`plan-${each.n}`}>
          <Text fw={600}>{headOf(each)}</Text>
          <div className={classes.texts}>
            <Words name="For the client" text={each.clientText} />
            <Words name="For the team" text={each.teamText} />
          </div>
          <NoticeAnswer notice={each} />
          <NoticeReceipts notice={each} />
        </li>
      ))}
    </ol>
  );
}

function Words({ name, text }: { name: string; text: string }) {
  if (text.trim() === "") return null;
  return (
    <div className={classes.told}>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Markdown text={text} />
    </div>
  );
}

/** "3 · Fri 12 Jun, 14:32 · Amara · plan version 2". */
function headOf({ n, at, by, version }: Notice): string {
  const parts = [`${n}`, momentText(at), by?.name, version === null ? null : `plan version ${version}`];
  return parts.filter(Boolean).join(" · ");
}
