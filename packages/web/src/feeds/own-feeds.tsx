import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { momentText } from "../lib/dates.ts";
import { useIsGuest } from "../lib/session.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { FeedAddress } from "./feed-address.tsx";
import { endFeed, type Feed, feedsQuery, makeFeed, renewFeed } from "./feeds.api.ts";
import classes from "./feeds.module.css";

interface OwnFeedsProps {
  /** Of this project alone; without it, what is one's own everywhere, and all that were made. */
  project?: { id: string; name: string };
}

/** Secret addresses that one's own calendar reads: made, renewed and ended here. */
export function OwnFeeds({ project }: OwnFeedsProps) {
  const client = useQueryClient();
  const { data } = useQuery(feedsQuery);
  const [address, setAddress] = useState<string | null>(null);
  const [withCards, setWithCards] = useState(false);
  const isGuest = useIsGuest();
  const { submit, busy, problem } = useSubmit(async (act: () => Promise<string | null>) => {
    setAddress(await act());
    await client.invalidateQueries({ queryKey: feedsQuery.queryKey });
  });
  if (!data) return <Waiting rows={1} />;
  const feeds = project ? data.filter((feed) => feed.project?.id === project.id) : data;
  // A guest sees no milestones, so there is nothing but cards to show them.
  const make = async () => (await makeFeed(project?.id ?? null, withCards || isGuest)).url;
  return (
    <Stack gap="sm">
      <Text size="sm">{whatText(project?.name, isGuest)}</Text>
      <FeedList
        feeds={feeds}
        onRenew={({ id }) => submit(async () => (await renewFeed(id)).url)}
        onEnd={({ id }) =>
          submit(async () => {
            await endFeed(id);
            sayDone("That address opens nothing any more.");
            return null;
          })
        }
      />
      {address ? <FeedAddress url={address} onClose={() => setAddress(null)} /> : null}
      <Refusal problem={problem} />
      <Form onSend={() => submit(make)}>
        <Group>
          <Button type="submit" variant="default" loading={busy}>
            {feeds.length > 0 ? "Make another address" : "Make an address"}
          </Button>
          {isGuest ? null : (
            <Checkbox
              checked={withCards}
              label="Cards with a due date too"
              onChange={({ currentTarget }) => setWithCards(currentTarget.checked)}
            />
          )}
        </Group>
      </Form>
    </Stack>
  );
}

function whatText(project: string | undefined, isGuest: boolean): string {
  if (isGuest) return "Your own calendar can show when your cards are due, and keep itself up to date.";
  return project
    ? `Your own calendar can show the milestones of ${project} as the team plans them today, and keep itself up to date.`
    : "Your own calendar can show the milestones that are yours, in all projects, and the reviews you are invited to. It keeps itself up to date.";
}

interface FeedListProps {
  feeds: readonly Feed[];
  onRenew: (feed: Feed) => Promise<unknown>;
  onEnd: (feed: Feed) => Promise<unknown>;
}

function FeedList({ feeds, onRenew, onEnd }: FeedListProps) {
  if (feeds.length === 0) return null;
  return (
    <ul className={classes.list}>
      {feeds.map((feed) => (
        <OneFeed key={feed.id} feed={feed} onRenew={() => onRenew(feed)} onEnd={() => onEnd(feed)} />
      ))}
    </ul>
  );
}

/** Both acts end an address that a calendar may read now, so each is asked for twice. */
function OneFeed({ feed, onRenew, onEnd }: { feed: Feed; onRenew: () => unknown; onEnd: () => unknown }) {
  const [asking, setAsking] = useState<"renew" | "end" | null>(null);
  const name = feed.project?.name ?? "Yours in all projects";
  const since = momentText(feed.createdAt);
  const about = `${name}, made ${since}`;
  const go = () => {
    setAsking(null);
    return asking === "renew" ? onRenew() : onEnd();
  };
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Text>{name}</Text>
        <Text size="xs" c="dimmed">
          {feed.withCards ? "with due cards" : "without cards"}, made {since}
        </Text>
      </div>
      {asking === null ? (
        <Group gap="xs" wrap="nowrap">
          <Act label={`Renew the address: ${about}`} words="Renew" onClick={() => setAsking("renew")} />
          <Act label={`End the address: ${about}`} words="End" onClick={() => setAsking("end")} />
        </Group>
      ) : (
        <>
          <Text size="sm" w="100%" role="status">
            {asking === "renew"
              ? "The address in your calendar ends at once, and a new one is shown."
              : "The calendar that reads it finds nothing any more."}
          </Text>
          <Button size="compact-sm" {...(asking === "end" ? { color: "red" } : {})} onClick={() => void go()}>
            {asking === "renew" ? "Renew it" : "End it"}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setAsking(null)}>
            Keep it
          </Button>
        </>
      )}
    </li>
  );
}

function Act({ label, words, onClick }: { label: string; words: string; onClick: () => void }) {
  return (
    <Button size="compact-sm" variant="default" aria-label={label} onClick={onClick}>
      {words}
    </Button>
  );
}
