import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { workedText } from "../lib/minutes.ts";
import classes from "./project-time.module.css";
import { differenceText } from "./project-time-words.ts";
import type { ProjectTime } from "./time.api.ts";

type Line = ProjectTime["milestones"][number];

interface MilestoneTimesProps {
  lines: readonly Line[];
  at: string | undefined;
  /** Which weeks or whose time is asked for beside the whole; empty for all. */
  asked: string;
}

/** A line a milestone, with the cards on which somebody worked below it. */
export function MilestoneTimes({ lines, at, asked }: MilestoneTimesProps) {
  return (
    <section aria-label="By milestone and card">
      {lines.map((line) => (
        <MilestoneTime
          key={line.milestone?.ref ?? "none"}
          line={line}
          asked={asked}
          isMeant={at !== undefined && line.milestone?.ref.endsWith(`-${at}`) === true}
          isOnly={lines.length === 1}
        />
      ))}
    </section>
  );
}

interface MilestoneTimeProps {
  line: Line;
  asked: string;
  isMeant: boolean;
  isOnly: boolean;
}

function MilestoneTime({ line, asked, isMeant, isOnly }: MilestoneTimeProps) {
  const { milestone, estimated, worked, cards, untouched } = line;
  const place = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isMeant) place.current?.scrollIntoView({ block: "nearest" });
  }, [isMeant]);
  return (
    <details ref={place} className={classes.milestone} open={isMeant || isOnly || undefined}>
      <summary>
        <Figures
          {...{ estimated, worked, asked: line.asked }}
          isOver={milestone?.isReached ?? false}
          words={asked}
        >
          <b className={classes.title}>{milestone?.title ?? "No milestone"}</b>
          {milestone ? <span className={classes.dim}>{` ${milestone.ref}`}</span> : null}
        </Figures>
      </summary>
      <ul className={classes.cards}>
        {cards.map((card) => (
          <li key={card.id}>
            <Figures {...card} isOver={card.isDone} words={asked}>
              <Link to={`/c/${card.ref}` as "/"} title={card.title} className={classes.title}>
                {card.ref} {card.title}
              </Link>
              {card.isDone ? <span className={classes.dim}> done</span> : null}
            </Figures>
          </li>
        ))}
        <li className={classes.dim}>
          {restText(cards.length, untouched)}
          {milestone ? (
            <>
              {" "}
              <Link to={`/m/${milestone.ref}` as "/"}>To the milestone</Link>
            </>
          ) : null}
        </li>
      </ul>
    </details>
  );
}

function restText(touched: number, untouched: number): string {
  if (untouched === 0) return "";
  const cards = untouched === 1 ? "1 card" : `${untouched} cards`;
  return touched === 0
    ? `${cards} estimated, nothing written on ${untouched === 1 ? "it" : "them"} yet.`
    : `${cards} more estimated, nothing written yet.`;
}

interface FiguresProps {
  estimated: number | null;
  worked: number;
  asked: number;
  isOver: boolean;
  words: string;
  children: ReactNode;
}

function Figures({ estimated, worked, asked, isOver, words, children }: FiguresProps) {
  const over = estimated !== null && estimated > 0 && worked > estimated;
  const part = estimated ? Math.min(1, worked / estimated) : 0;
  return (
    <span className={classes.line}>
      <span className={classes.what}>{children}</span>
      <span className={classes.bar} data-over={over || undefined} aria-hidden>
        <span style={{ width: `${part * 100}%` }} />
      </span>
      <span className={classes.sum}>
        {estimated ? `${workedText(worked)} of ${workedText(estimated)}` : workedText(worked)}
        {words ? <span className={classes.asked}>{`${workedText(asked)}: ${words}`}</span> : null}
      </span>
      <span className={classes.rest} data-over={over || undefined}>
        {differenceText({ estimated, worked, isOver })}
      </span>
    </span>
  );
}
