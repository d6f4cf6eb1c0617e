import { Button, Group, NativeSelect, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type RefObject, useMemo, useState } from "react";
import { boardQuery } from "../lib/board-query.ts";
import { dateTrial, tryDates } from "../lib/date-effect.ts";
import { planQuery } from "../lib/plan-query.ts";
import { shortRef } from "./review-words.ts";
import type { LineChange, Review, ReviewLine } from "./reviews.api.ts";

interface MoveToProps {
  review: Review;
  line: ReviewLine;
  field: RefObject<HTMLInputElement | null>;
  onMove: (change: LineChange) => Promise<boolean>;
}

/** The new date, filled in with the safe one, and what follows from it before it is done. */
export function MoveTo({ review, line, field, onMove }: MoveToProps) {
  const { startOn, targetOn, safeOn, milestoneId, decision } = line;
  const offered =
    decision !== "move" && safeOn !== null && safeOn > (targetOn ?? "") ? safeOn : (targetOn ?? "");
  const [to, setTo] = useState(offered);
  const plan = useQuery(planQuery(review.project.id)).data;
  const board = useQuery(boardQuery(review.project.id)).data;
  const trial = useMemo(() => (plan ? dateTrial(plan, board) : null), [plan, board]);
  const effect = useMemo(
    () => (trial && to !== "" && to !== targetOn ? tryDates(trial, milestoneId, { targetOn: to }) : null),
    [trial, to, targetOn, milestoneId],
  );
  const ready = to !== "" && to !== targetOn && effect?.refusal === null;
  const move = () => {
    if (ready) void onMove({ decision: "move", move: { targetOn: to, expected: { startOn, targetOn } } });
  };
  return (
    <div>
      <Group align="flex-end" gap="xs">
        <TextInput
          ref={field}
          type="date"
          label="Move to"
          value={to}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            move();
          }}
        />
        <Button onClick={move} disabled={!ready}>
          Move
        </Button>
      </Group>
      <Text size="sm" mt={4} role="status" c={effect?.refusal ? "var(--mp-off-track)" : "var(--mp-ink)"}>
        {effect
          ? (effect.refusal ?? `${effect.sentences.join("; ")}. Clients read the old date until you publish.`)
          : ""}
      </Text>
    </div>
  );
}

interface DropItProps {
  review: Review;
  line: ReviewLine;
  /** Why, as it stands in the field below. */
  reason: boolean;
  onDrop: (change: LineChange) => Promise<boolean>;
}

/** Its open cards go somewhere, and why it goes is said first. */
export function DropIt({ review, line, reason, onDrop }: DropItProps) {
  const [to, setTo] = useState("later");
  if (line.decision === "drop") return null;
  const left = line.cards.count - line.cards.done;
  const others = review.lines.filter(
    ({ milestoneId, state }) => milestoneId !== line.milestoneId && state !== "dropped",
  );
  return (
    <Group align="flex-end" gap="xs">
      {left > 0 ? (
        <NativeSelect
          label={`Its ${left} open cards go to`}
          value={to}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
          data={[
            { value: "later", label: "Later" },
            { value: "archive", label: "The archive" },
            { value: "done", label: "Done" },
            ...others.map((each) => ({ value: each.milestoneId, label: `${shortRef(each)} ${each.title}` })),
          ]}
        />
      ) : null}
      <Button
        color="red"
        variant="light"
        disabled={!reason}
        onClick={() => void onDrop({ decision: "drop", ...(left > 0 ? { openCards: { to } } : {}) })}
      >
        {`Drop ${shortRef(line)}`}
      </Button>
      {reason ? null : (
        <Text size="sm" c="dimmed">
          Say why first.
        </Text>
      )}
    </Group>
  );
}
