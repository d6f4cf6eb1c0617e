import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import type { Confidence, ForecastInput, WaysToMakeIt } from "@milepost/planning";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import type { Board } from "../lib/board-query.ts";
import type { Question } from "../lib/computations.ts";
import { dayText } from "../lib/dates.ts";
import { chanceText, percentText } from "../lib/forecast-words.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { useComputed } from "../lib/use-computed.ts";
import { WorkingOut } from "../ui/working-out.tsx";
import { takeCut, takeMove, takeReassignment } from "./promise-acts.ts";
import { addText, boundText, cutText, type Names, reassignText } from "./promise-words.ts";

interface WaysProps {
  input: ForecastInput;
  board: Board;
  milestone: Milestone;
  names: Names;
  confidence: Confidence;
  /** The earliest honest day: what the date would move to; null while it is worked out. */
  safeOn: string | null;
}

/** A day that somebody wishes: its chance, and three ways out where that is too small. */
export function Ways({ input, board, milestone, names, confidence, safeOn }: WaysProps) {
  const [wishOn, setWishOn] = useState(milestone.targetOn ?? "");
  const isAsked = wishOn >= input.today && safeOn !== null;
  const question = useMemo(
    (): Question<"waysToMakeTheDate"> | null =>
      isAsked ? { name: "waysToMakeTheDate", asked: [input, milestone.id, wishOn, confidence] } : null,
    [isAsked, input, milestone.id, wishOn, confidence],
  );
  const { answer, isCurrent, hasFailed } = useComputed(question);
  const ways = isCurrent ? answer : null;
  return (
    <Stack gap="xs">
      <TextInput
        type="date"
        label="A day you would like"
        w={180}
        value={wishOn}
        min={input.today}
        onChange={({ currentTarget }) => setWishOn(currentTarget.value)}
      />
      {wishOn === "" ? null : wishOn < input.today ? (
        <Text size="sm" role="status">
          That day is past.
        </Text>
      ) : !ways ? (
        <WorkingOut hasFailed={hasFailed} />
      ) : ways.ok ? (
        <Text fw={600} role="status">{`${chanceText(ways.chance, wishOn)}.`}</Text>
      ) : null}
      {ways?.ok && !ways.holds && safeOn ? (
        <WaysOut ways={ways} board={board} milestone={milestone} names={names} safeOn={safeOn} />
      ) : null}
    </Stack>
  );
}

function WaysOut({
  ways,
  board,
  milestone,
  names,
  safeOn,
}: Pick<WaysProps, "board" | "milestone" | "names"> & { ways: WaysToMakeIt; safeOn: string }) {
  const client = useQueryClient();
  const { cut, add, reassign, impossible } = ways;
  return (
    <>
      {impossible ? <Text size="sm">{boundText(impossible, names)}</Text> : null}
      <Text size="sm" c="dimmed">{`Ways to be sure in ${ways.confidence / 10} of 10 cases:`}</Text>
      <Way
        words={`Move it to ${dayText(safeOn)}`}
        chance={ways.confidence / 100}
        act={
          safeOn === milestone.targetOn
            ? null
            : { label: "Move", run: () => takeMove(client, milestone, safeOn) }
        }
      />
      {cut ? (
        <Way
          words={cutText(cut, names)}
          chance={cut.chance}
          act={{ label: "Put off", run: () => takeCut(client, board, cut) }}
        />
      ) : null}
      {reassign ? (
        <Way
          words={reassignText(reassign, names)}
          chance={reassign.chance}
          act={{ label: "Hand over", run: () => takeReassignment(client, board, reassign) }}
        />
      ) : null}
      {add ? (
        <Way words={addText(add, names)} chance={add.chance} act={null}>
          <Link to={"/workload" as "/"}>Workload</Link>
        </Way>
      ) : null}
      {cut || reassign || add ? null : (
        <Text size="sm">No cut, no other hands and no hours of one person alone would make that day.</Text>
      )}
    </>
  );
}

interface WayProps {
  words: string;
  chance: number;
  act: { label: string; run: () => Promise<void> } | null;
  children?: ReactNode;
}

function Way({ words, chance, act, children }: WayProps) {
  const [busy, setBusy] = useState(false);
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
      <Text size="sm" style={{ minWidth: 0 }}>
        {words}
        <Text component="span" c="dimmed">{` (${percentText(chance)})`}</Text>
      </Text>
      {act ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={busy}
          style={{ flex: "none" }}
          onClick={() => {
            setBusy(true);
            void act.run().finally(() => setBusy(false));
          }}
        >
          {act.label}
        </Button>
      ) : null}
      {children}
    </Group>
  );
}
