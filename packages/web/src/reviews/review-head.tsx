import { Button, Group, Switch, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useKeys } from "../lib/keyboard.ts";
import { useMe } from "../lib/session.ts";
import { sayProblem } from "../lib/undo.tsx";
import classes from "./review.module.css";
import { clockText, sinceWords } from "./review-words.ts";
import { type Review, takeLead } from "./reviews.api.ts";

interface ReviewHeadProps {
  review: Review;
  names: ReadonlyMap<string, string>;
  index: number;
  count: number;
  follows: boolean;
  onFollow: (follows: boolean) => void;
  onStep: (by: number) => void;
}

/** How long it has gone on, where in it we are, who is here and who leads. */
export function ReviewHead({ review, names, index, count, follows, onFollow, onStep }: ReviewHeadProps) {
  return (
    <div className={classes.head}>
      <Clock openedAt={review.openedAt} />
      <Group gap={4}>
        <Button
          size="compact-sm"
          variant="default"
          disabled={index === 0}
          onClick={() => onStep(-1)}
          title="K or ←"
        >
          Back
        </Button>
        <Text size="sm" fw={600} className="mp-tabular" aria-live="polite">
          {`${index + 1}/${count}`}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          disabled={index === count - 1}
          onClick={() => onStep(1)}
          title="J or →"
        >
          Next
        </Button>
      </Group>
      <Presence review={review} names={names} follows={follows} onFollow={onFollow} />
      <Text size="sm">{sinceWords(review)}</Text>
    </div>
  );
}

function Clock({ openedAt }: Pick<Review, "openedAt">) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(tick);
  }, []);
  return (
    <Text size="sm" className="mp-tabular" role="timer" aria-live="off" aria-label="Since the review began">
      {clockText(openedAt ?? new Date(now).toISOString(), now)}
    </Text>
  );
}

function Presence({
  review,
  names,
  follows,
  onFollow,
}: Pick<ReviewHeadProps, "review" | "names" | "follows" | "onFollow">) {
  const client = useQueryClient();
  const me = useMe().person.id;
  const { leaderId, leaderHere, attendance, may } = review;
  const leads = leaderId === me;
  const here = attendance.filter((each) => each.here && each.personId !== me);
  const leader = leaderId === null ? "Nobody" : (names.get(leaderId) ?? "Somebody");
  const gone = !leads && !(leaderHere && here.some(({ personId }) => personId === leaderId));
  const keys = useMemo(() => {
    const take = () => void takeLead(client, review).catch(sayProblem);
    return {
      take,
      list: [
        ...(leads
          ? []
          : [{ keys: "f", label: "Follow whoever leads, or not", run: () => onFollow(!follows) }]),
        ...(may.lead && !leads ? [{ keys: "l", label: "Take the lead", run: take }] : []),
      ],
    };
  }, [client, review, leads, may.lead, follows, onFollow]);
  useKeys("Review", keys.list);
  return (
    <Group gap="sm">
      {here.length > 0 ? (
        <Text size="sm">{`Here: ${here.map(({ personId }) => names.get(personId) ?? "somebody").join(", ")}`}</Text>
      ) : null}
      {leads ? (
        here.length > 0 ? (
          <Text size="sm">You lead</Text>
        ) : null
      ) : gone ? (
        <Text size="sm">{`${leader} has left.`}</Text>
      ) : (
        <Switch
          size="sm"
          label={`Follow ${leader}`}
          checked={follows}
          onChange={({ currentTarget }) => onFollow(currentTarget.checked)}
        />
      )}
      {may.lead && !leads ? (
        <Button size="compact-sm" variant={gone ? "filled" : "default"} onClick={keys.take}>
          Take the lead
        </Button>
      ) : null}
    </Group>
  );
}
