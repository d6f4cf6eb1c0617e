import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { announce } from "../lib/announce.ts";
import { changeDates } from "../lib/date-acts.ts";
import { type DateEffect, type DateTrial, type TriedDates, tryDates } from "../lib/date-effect.ts";
import { dayText } from "../lib/dates.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { ApiProblem } from "../lib/problem.ts";
import { sayProblem } from "../lib/undo.tsx";

/** A date that is being tried out and not yet asked for. */
export interface Pending {
  milestoneId: string;
  dates: TriedDates;
  effect: DateEffect;
  by: "pointer" | "keys";
}

export interface DateMove {
  pending: Pending | null;
  tryOut: (milestoneId: string, dates: TriedDates, by: Pending["by"]) => void;
  apply: () => void;
  cancel: () => void;
}

/** Try, see the consequences, release or give up: the same for pointer and keys. */
export function useDateMove(trial: DateTrial): DateMove {
  const client = useQueryClient();
  const [pending, setPending] = useState<Pending | null>(null);
  const latest = useRef<Pending | null>(null);
  const keep = useCallback((next: Pending | null) => {
    latest.current = next;
    setPending(next);
  }, []);
  const tryOut = useCallback(
    (milestoneId: string, dates: TriedDates, by: Pending["by"]) => {
      const effect = tryDates(trial, milestoneId, dates);
      keep({ milestoneId, dates, effect, by });
      if (by === "keys")
        announce(effect.refusal ?? `${effect.sentences.join("; ")}. Enter moves it, Escape leaves it.`);
    },
    [trial, keep],
  );
  const cancel = useCallback(() => {
    if (latest.current) announce("Dates left as they were");
    keep(null);
  }, [keep]);
  const apply = useCallback(() => {
    const wanted = latest.current;
    keep(null);
    const milestone = trial.plan.milestones.find(({ id }) => id === wanted?.milestoneId);
    if (!wanted || !milestone) return;
    const { refusal, preview } = wanted.effect;
    if (refusal) {
      sayProblem(new ApiProblem(422, { title: "Not on that day", detail: `${refusal} Nothing was moved.` }));
      return;
    }
    if (preview.moves.length === 0) return;
    changeDates(client, milestone, wanted.dates, { said: saidOf(milestone, wanted), shown: preview.moves })
      .then(() => announce(saidOf(milestone, wanted)))
      .catch(sayProblem);
  }, [client, trial, keep]);
  return { pending, tryOut, apply, cancel };
}

function saidOf(milestone: Milestone, { dates, effect }: Pending): string {
  const own = dates.targetOn ? `to ${dayText(dates.targetOn)}` : `to start ${dayText(dates.startOn ?? "")}`;
  const others = effect.preview.moves.length - 1;
  const follow = others > 0 ? `; ${others} ${others === 1 ? "milestone follows" : "milestones follow"}` : "";
  return `M${milestone.number} moved ${own}${follow}`;
}
