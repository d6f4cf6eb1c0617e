import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { boardQuery } from "../lib/board-query.ts";
import { useFormDraft } from "../lib/form-draft.ts";
import { criteriaOf, criteriaText } from "./redefinition.ts";
import { shortRef } from "./review-words.ts";
import type { LineChange, Review, ReviewLine } from "./reviews.api.ts";

interface ReshapeProps {
  review: Review;
  line: ReviewLine;
  /** Whether it stands above why. */
  reason: boolean;
  onDone: (change: LineChange) => Promise<boolean>;
}

/** Another outcome, or other criteria: an adjustment as soon as somebody relies on them. */
export function Redefine({ review, line, reason, onDone }: ReshapeProps) {
  const there = { outcome: line.outcome, criteria: criteriaText(line.criteria) };
  const { values, set, changes, clear } = useFormDraft(
    `review.${review.id}.${line.milestoneId}.redefine`,
    there,
  );
  const redefine = async () => {
    const wanted = {
      outcome: values.outcome.trim(),
      criteria: criteriaOf(values.criteria, line.criteria),
      expected: { outcome: line.outcome, criteria: line.criteria.map(({ text }) => text) },
    };
    if (await onDone({ decision: "redefine", redefine: wanted })) clear();
  };
  return (
    <Stack gap="xs">
      <Textarea
        label="Outcome"
        autosize
        minRows={2}
        maxLength={10_000}
        value={values.outcome}
        onChange={({ currentTarget }) => set({ outcome: currentTarget.value })}
      />
      <Textarea
        label="Done when"
        description="One criterion a line; a reworded one is asked again"
        autosize
        minRows={2}
        value={values.criteria}
        onChange={({ currentTarget }) => set({ criteria: currentTarget.value })}
      />
      <Act
        label={`Redefine ${shortRef(line)}`}
        reason={reason}
        ready={Object.keys(changes).length > 0}
        onAct={redefine}
      />
    </Stack>
  );
}

/** A second milestone beside this one, with what goes over to it. */
export function Split({ review, line, reason, onDone }: ReshapeProps) {
  const [title, setTitle] = useState("");
  const [targetOn, setTargetOn] = useState(line.safeOn ?? line.targetOn ?? "");
  const [chosen, setChosen] = useState<string[]>([]);
  const board = useQuery(boardQuery(review.project.id)).data;
  const cards = (board?.cards ?? []).filter(
    ({ milestoneId, doneAt }) => milestoneId === line.milestoneId && doneAt === null,
  );
  if (line.splitOff) return <SplitOff line={line} second={line.splitOff} />;
  const over = (of: readonly { id: string }[]) => of.map(({ id }) => id).filter((id) => chosen.includes(id));
  const split = () =>
    onDone({
      decision: "split",
      split: {
        title: title.trim(),
        targetOn: targetOn === "" ? null : targetOn,
        criterionIds: over(line.criteria),
        cardIds: over(cards),
      },
    });
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="xs">
        <TextInput
          label="Second milestone"
          placeholder="What is true when it is reached"
          maxLength={300}
          value={title}
          style={{ flex: "1 1 200px" }}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <TextInput
          type="date"
          label="Its date"
          value={targetOn}
          onChange={({ currentTarget }) => setTargetOn(currentTarget.value)}
        />
      </Group>
      {line.criteria.length + cards.length > 0 ? (
        <Checkbox.Group label="Goes over to it" value={chosen} onChange={setChosen}>
          <Stack gap={6} mt={4}>
            {line.criteria.map(({ id, text }) => (
              <Checkbox key={id} value={id} label={`Done when: ${text}`} />
            ))}
            {cards.map(({ id, title: name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
      ) : null}
      <Act label={`Split ${shortRef(line)}`} reason={reason} ready={title.trim() !== ""} onAct={split} />
    </Stack>
  );
}

function SplitOff({ line, second }: { line: ReviewLine; second: NonNullable<ReviewLine["splitOff"]> }) {
  return (
    <Text size="sm">
      <Link to={`/m/${second.ref}` as "/"}>{`${shortRef(second)} ${second.title}`}</Link>
      {` stands beside ${shortRef(line)} now, as a draft. Until the review is closed another decision takes it back.`}
    </Text>
  );
}

interface ActProps {
  label: string;
  reason: boolean;
  ready: boolean;
  onAct: () => Promise<unknown>;
}

function Act({ label, reason, ready, onAct }: ActProps) {
  return (
    <Group gap="xs">
      <Button variant="light" disabled={!ready || !reason} onClick={() => void onAct()}>
        {label}
      </Button>
      {reason ? null : (
        <Text size="sm" c="dimmed">
          Say why first.
        </Text>
      )}
    </Group>
  );
}
