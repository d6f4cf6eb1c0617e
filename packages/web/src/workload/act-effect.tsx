import { Text } from "@mantine/core";
import { effectOf } from "@milepost/planning";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { shortDay } from "../lib/dates.ts";
import { forecastBasisQuery } from "../lib/forecast-basis.ts";
import { changeOf, type Week, type Wish } from "./load-acts.ts";
import type { WorkloadCard } from "./workload.api.ts";

/** As many draws as tell whether a date moves. */
const DRAWS = 500;

interface ActEffectProps {
  card: WorkloadCard;
  wish: Wish;
  week: Week;
}

/** What the act would do to the card's milestone, tried out with the forecast's own engine. */
export function ActEffect({ card, wish, week }: ActEffectProps) {
  const basis = useQuery(forecastBasisQuery(card.projectId)).data;
  const effect = useMemo(
    () =>
      basis
        ? effectOf({ ...basis, samples: Math.min(DRAWS, basis.samples) }, [changeOf(wish, card.id, week)])
        : null,
    [basis, card.id, wish, week],
  );
  if (!effect?.ok) return null;
  const own = effect.milestones.find(({ id }) => id === card.milestone?.id) ?? effect.milestones[0];
  return (
    <Text size="sm" role="status">
      {own
        ? inWords(own, own.id === card.milestone?.id ? card.milestone.title : "Another milestone")
        : "No milestone's date changes."}
    </Text>
  );
}

type Effect = Extract<ReturnType<typeof effectOf>, { ok: true }>["milestones"][number];

function inWords({ p50On, p80On }: Effect, title: string): string {
  return `“${title}”: likely by ${moved(p50On)}, safe by ${moved(p80On)}.`;
}

function moved({ before, after }: Effect["p50On"]): string {
  return before === after ? shortDay(after) : `${shortDay(after)} instead of ${shortDay(before)}`;
}
