import { Button, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useManages } from "../lib/current-project.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import { type Publication, publicationStateQuery, takeBack, useLivePublication } from "./publications.api.ts";
import classes from "./publications.module.css";
import { clockText, useSecondsLeft } from "./seconds-left.ts";

/** For two minutes everybody on the project sees that something leaves for the client, and who manages can stop it. */
export function PublishingBar({ projectId }: { projectId: string }) {
  useLivePublication(projectId);
  const held = useQuery(publicationStateQuery(projectId)).data?.held ?? null;
  const left = useSecondsLeft(held?.heldUntil ?? null);
  return held !== null && left > 0 ? <Bar held={held} left={left} /> : null;
}

function Bar({ held, left }: { held: Publication; left: number }) {
  const client = useQueryClient();
  const manages = useManages();
  const { submit, busy, problem } = useSubmit(async () => {
    await takeBack(client, held);
    sayDone("Taken back. The client has not seen it.");
  });
  const who = held.by === null ? "" : ` by ${held.by.name}`;
  return (
    <aside className={classes.bar} aria-label="Being published">
      <Text size="sm" className={classes.barText}>
        {`Publishing at ${timeText(held.heldUntil)}${who}. Until then the client sees nothing of it. `}
        <span className="mp-tabular" aria-hidden="true">
          {clockText(left)}
        </span>
      </Text>
      {manages ? (
        <Button size="compact-sm" variant="default" loading={busy} onClick={() => void submit()}>
          Undo
        </Button>
      ) : null}
      <Refusal problem={problem} />
    </aside>
  );
}

/** "14:32", in the viewer's zone. */
function timeText(instant: string): string {
  return new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" }).format(new Date(instant));
}
