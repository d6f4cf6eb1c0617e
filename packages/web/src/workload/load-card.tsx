import { Anchor, Button, Group, Select, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { boardQuery } from "../lib/board-query.ts";
import { addDays, dayText } from "../lib/dates.ts";
import { ActEffect } from "./act-effect.tsx";
import { carryOut, type Week, type Wish } from "./load-acts.ts";
import { hours } from "./load-words.ts";
import type { WorkloadCard } from "./workload.api.ts";

interface LoadCardProps {
  card: WorkloadCard;
  minutes: number;
  late: number;
  week: Week;
  /** Who else could do it. */
  others: readonly { id: string; name: string }[];
  /** May plan here, and so may see what an act does to the dates. */
  manages: boolean;
}

const WORDS: Record<Wish["kind"], string> = { move: "Move it", reassign: "Reassign it", cut: "Put it off" };

/** One card of a week, and the ways to have less of it. */
export function LoadCard({ card, minutes, late, week, others, manages }: LoadCardProps) {
  const { data: board } = useQuery(boardQuery(card.projectId));
  const onBoard = board?.cards.find(({ id }) => id === card.id);
  const [wish, setWish] = useState<Wish | null>(null);
  const client = useQueryClient();
  const apply = async () => {
    if (!board || !onBoard || !wish) return;
    if (await carryOut(client, board, { ...onBoard, projectId: card.projectId }, wish, week)) setWish(null);
  };
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Anchor renderRoot={(props) => <Link {...props} to="/c/$ref" params={{ ref: card.ref }} />}>
            {card.title}
          </Anchor>
          <Text size="sm" c="dimmed">
            {card.milestone
              ? `${card.milestone.title}${card.targetOn ? `, ${dayText(card.targetOn)}` : ""}`
              : "Without milestone"}
          </Text>
          {late > 0 ? <Text size="sm">{hours(late)} h of it only fit after the date</Text> : null}
        </div>
        <Text fw={600} className="mp-tabular" style={{ whiteSpace: "nowrap" }}>
          {hours(minutes)} h
        </Text>
      </Group>
      {onBoard ? (
        <Group gap="xs" mt="xs">
          <Button size="compact-sm" variant="default" onClick={() => setWish({ kind: "move" })}>
            Move to the week after
          </Button>
          <Select
            size="xs"
            w={170}
            aria-label={`Reassign ${card.title}`}
            placeholder="Reassign to…"
            data={others.map(({ id, name }) => ({ value: id, label: name }))}
            value={wish?.kind === "reassign" ? wish.toId : null}
            onChange={(toId) => setWish(toId ? { kind: "reassign", toId } : null)}
          />
          <Button size="compact-sm" variant="default" onClick={() => setWish({ kind: "cut" })}>
            Cut: put off to Later
          </Button>
        </Group>
      ) : null}
      {wish && onBoard ? (
        <Group gap="xs" mt="xs">
          {wish.kind === "move" ? <StillPromised card={card} weekOn={week.weekOn} /> : null}
          {manages ? <ActEffect card={card} wish={wish} week={week} /> : null}
          <Button size="compact-sm" onClick={() => void apply()}>
            {WORDS[wish.kind]}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => setWish(null)}>
            Leave it
          </Button>
        </Group>
      ) : null}
    </>
  );
}

/** Work counts in the week for which it is promised, whenever it is begun: then the date has to move. */
function StillPromised({ card: { milestone, targetOn }, weekOn }: { card: WorkloadCard; weekOn: string }) {
  if (!milestone || targetOn === null || targetOn >= addDays(weekOn, 7)) return null;
  return (
    <Text size="sm">
      It is promised for this week and counts here until the date of{" "}
      <Link to="/m/$ref" params={{ ref: milestone.ref }}>
        {milestone.title}
      </Link>{" "}
      moves.
    </Text>
  );
}
