import { Text } from "@mantine/core";
import type { ChangeEffect, ForecastInput } from "@milepost/planning";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Question } from "../lib/computations.ts";
import { shortDay } from "../lib/dates.ts";
import { forecastBasisQuery } from "../lib/forecast-basis.ts";
import { useComputed } from "../lib/use-computed.ts";
import { WorkingOut } from "../ui/working-out.tsx";
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
export function ActEffect({ card, wish, week: { personId, weekOn } }: ActEffectProps) {
  const basis = useQuery(forecastBasisQuery(card.projectId)).data;
  const question = useMemo(
    () => (basis ? questionOf(basis, card.id, wish, { personId, weekOn }) : null),
    [basis, card.id, wish, personId, weekOn],
  );
  const { answer: effect, isCurrent, hasFailed } = useComputed(question);
  if (!isCurrent || hasFailed) return <WorkingOut hasFailed={hasFailed} />;
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

function questionOf(basis: ForecastInput, cardId: string, wish: Wish, week: Week): Question<"effectOf"> {
  const input = { ...basis, samples: Math.min(DRAWS, basis.samples) };
  return { name: "effectOf", asked: [input, [changeOf(wish, cardId, week)]] };
}

type Effect = Extract<ChangeEffect, { ok: true }>["milestones"][number];

function inWords({ p50On, p80On }: Effect, title: string): string {
  return `“${title}”: likely by ${moved(p50On)}, safe by ${moved(p80On)}.`;
}

function moved({ before, after }: Effect["p50On"]): string {
  return before === after ? shortDay(after) : `${shortDay(after)} instead of ${shortDay(before)}`;
}
