import { portalHref, type Visit } from "../portal/visit.ts";
import { dayOnRoad, type ShownMilestone } from "./client-plan.ts";
import { Glyph, healthText } from "./glyph.page.tsx";

interface RoadProps {
  visit: Visit;
  milestones: readonly ShownMilestone[];
  /** Reached since this person looked the last time: shown as it happens, once. */
  fresh?: ReadonlySet<string>;
}

const ABREAST = 6;

/**
 * The road as a list: down a phone, across a wide page. The walked part is solid, what lies ahead dotted, today a notch;
 * read aloud it is its own text.
 */
export function Road({ visit, milestones, fresh = new Set() }: RoadProps) {
  const { say, today } = visit;
  const behind = milestones.filter((milestone) => dayOnRoad(milestone) <= today);
  const ahead = milestones.filter((milestone) => dayOnRoad(milestone) > today);
  const nextIsFresh = (list: readonly ShownMilestone[], n: number) => fresh.has(list[n + 1]?.id ?? "");
  return (
    <ol className={milestones.length <= ABREAST ? "road abreast" : "road"}>
      {behind.map((milestone, n) => (
        <Stone
          key={milestone.id}
          visit={visit}
          milestone={milestone}
          road={`walked${nextIsFresh(behind, n) ? " walking" : ""}${fresh.has(milestone.id) ? " just" : ""}`}
        />
      ))}
      <li className={ahead.length > 0 ? "today" : "today end"}>
        <span>{say("Today, {day}", { day: say.day(today, today) })}</span>
      </li>
      {ahead.map((milestone) => (
        <Stone
          key={milestone.id}
          visit={visit}
          milestone={milestone}
          road={fresh.has(milestone.id) ? "ahead just" : "ahead"}
        />
      ))}
    </ol>
  );
}

interface StoneProps {
  visit: Visit;
  milestone: ShownMilestone;
  road: string;
}

function Stone({ visit, milestone, road }: StoneProps) {
  const { number, title, word } = milestone;
  return (
    <li className={road}>
      <Glyph word={word} size={27} />
      <a href={portalHref(visit, `/m/${number}`)}>{title}</a>
      <small>
        {milestone.isReached ? null : `${healthText(visit.say, word)} · `}
        <StoneDay visit={visit} milestone={milestone} />
      </small>
    </li>
  );
}

/** "Reached Fri 6 May", or its target, or that it has none. */
export function StoneDay({ visit: { say, today }, milestone }: Pick<StoneProps, "visit" | "milestone">) {
  const { isReached, reachedOn, targetOn } = milestone;
  if (isReached)
    return <>{reachedOn ? say("Reached {day}", { day: say.day(reachedOn, today) }) : say("Reached")}</>;
  return <>{targetOn ? say.day(targetOn, today) : say("No date yet")}</>;
}
