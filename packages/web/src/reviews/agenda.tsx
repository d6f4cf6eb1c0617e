import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useProject } from "../lib/current-project.ts";
import { dayText } from "../lib/dates.ts";
import { healthOf } from "../ui/health.ts";
import { Refusal } from "../ui/refusal.tsx";
import classes from "./review.module.css";
import { shortRef } from "./review-words.ts";
import { agendaQuery, type ReviewAgenda } from "./reviews.api.ts";

interface Point {
  id: string;
  words: ReactNode;
}

/** What a review is about, by kind; what there is nothing of is left out. */
export function Agenda({ reviewId }: { reviewId: string }) {
  const { data, error } = useQuery(agendaQuery(useProject().id, reviewId));
  if (error) return <Refusal problem={error} />;
  if (!data) return null;
  const parts = partsOf(data).filter(({ points }) => points.length > 0);
  if (parts.length === 0)
    return (
      <Text c="dimmed">Nothing stands out: no milestone is at risk, and nobody waits for anything.</Text>
    );
  return (
    <dl className={classes.agenda}>
      {parts.map(({ name, points }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <ul className={classes.facts} aria-label={name}>
              {points.map(({ id, words }) => (
                <li key={id}>{words}</li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function partsOf(agenda: ReviewAgenda): { name: string; points: Point[] }[] {
  const { milestones, decisions, overdue, unacknowledged, actions } = agenda;
  const words = [...new Set(milestones.map(({ word }) => word))];
  const waits = (by: "team" | "client") =>
    decisions
      .filter((one) => one.by === by)
      .map(({ title, waitingFor, dueOn }, at) => ({
        id: `${at} ${title}`,
        words: [`“${title}”`, waitingFor.join(", "), dueWords(dueOn)].filter(Boolean).join(" · "),
      }));
  return [
    ...words.map((word) => ({
      name: healthOf(word).word,
      points: milestones.filter((one) => one.word === word).map(stone),
    })),
    { name: "Decisions of ours", points: waits("team") },
    { name: "Decisions of the client", points: waits("client") },
    {
      name: "Overdue from the client",
      points: overdue.map(({ title, dueOn, contact }, at) => ({
        id: `${at} ${title}`,
        words: [`“${title}”`, contact, dueWords(dueOn)].filter(Boolean).join(" · "),
      })),
    },
    {
      name: "Have not confirmed the last notice",
      points: unacknowledged.map(({ personId, name }) => ({ id: personId, words: name })),
    },
    {
      name: "Open from the last review",
      points: actions.map(({ id, title, owner, dueOn }) => ({
        id,
        words: [title, owner, dueWords(dueOn)].filter(Boolean).join(" · "),
      })),
    },
  ];
}

function stone({ id, ref, title, targetOn, likelyOn }: ReviewAgenda["milestones"][number]): Point {
  const date = targetOn === null ? "" : ` · ${dayText(targetOn)}`;
  const likely = likelyOn === null || likelyOn === targetOn ? "" : `, likely by ${dayText(likelyOn)}`;
  return {
    id,
    words: (
      <>
        <Link to={`/m/${ref}` as "/"}>{`${shortRef({ ref })} ${title}`}</Link>
        {`${date}${likely}`}
      </>
    ),
  };
}

function dueWords(dueOn: string | null): string {
  return dueOn === null ? "" : `due ${dayText(dueOn)}`;
}
