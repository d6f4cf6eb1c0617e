import { Button, Group, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { momentText } from "../lib/dates.ts";
import { useDraft } from "../lib/draft.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { acknowledge, askAbout, markNoticeRead, type Notice } from "./publications.api.ts";
import classes from "./publications.module.css";

const READ_AFTER_MS = 3_000;

/** Where whoever was told says that they go by it, or asks. */
export function NoticeAnswer({ notice }: { notice: Notice }) {
  const client = useQueryClient();
  const place = useReading(notice);
  const [asking, setAsking] = useState(false);
  const { submit, busy, problem } = useSubmit(() => acknowledge(client, notice));
  const { mine } = notice;
  if (!mine) return null;
  return (
    <div ref={place} className={classes.answer}>
      {mine.acknowledgedAt ? (
        <Text size="sm" c="dimmed">{`You acknowledged it ${momentText(mine.acknowledgedAt)}`}</Text>
      ) : null}
      {asking ? (
        <Question notice={notice} onClose={() => setAsking(false)} />
      ) : (
        <Group gap="xs">
          {mine.acknowledgedAt ? null : (
            <Button size="compact-sm" loading={busy} onClick={() => void submit()}>
              Acknowledge
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            Ask about it
          </Button>
        </Group>
      )}
      <Refusal problem={problem} />
    </div>
  );
}

function Question({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const client = useQueryClient();
  const [words, setWords, clear] = useDraft(`notice.${notice.id}`, "");
  const { submit, busy, problem } = useSubmit(async () => {
    await askAbout(client, notice, words);
    clear();
    onClose();
  });
  return (
    <Form onSend={submit}>
      <Textarea
        label="Your question"
        description="It stands in the team's talk of the project as well."
        autosize
        autoFocus
        minRows={2}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <Refusal problem={problem} />
      <Group gap="xs" mt={6}>
        <Button type="submit" size="compact-sm" loading={busy} disabled={words.trim() === ""}>
          Ask
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </Form>
  );
}

/** Read means: it stood on a visible page for three seconds. */
function useReading(notice: Notice) {
  const place = useRef<HTMLDivElement>(null);
  const unread = notice.mine !== null && notice.mine.readAt === null;
  useEffect(() => {
    const element = place.current;
    if (!unread || !element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let inView = false;
    const look = () => {
      clearTimeout(timer);
      if (inView && document.visibilityState === "visible")
        timer = setTimeout(() => void markNoticeRead(notice).catch(() => undefined), READ_AFTER_MS);
    };
    const observer = new IntersectionObserver(([entry]) => {
      inView = entry?.isIntersecting ?? false;
      look();
    });
    observer.observe(element);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener("visibilitychange", look);
    };
  }, [notice, unread]);
  return place;
}
