import { dayText } from "../lib/dates.ts";
import { Diamond } from "../ui/diamond.tsx";
import { placed } from "../ui/pasted-lines.tsx";
import type { OutlineItem } from "./outline-line.ts";
import classes from "./plan.module.css";

interface PastedOutlineProps {
  items: readonly OutlineItem[];
  people: readonly { id: string; name: string }[];
  today: string;
}

/** What a pasted list would become: milestones with their day and owner, activities below them. */
export function PastedOutline({ items, people, today }: PastedOutlineProps) {
  return (
    <ul className={classes.pastedItems}>
      {placed(items).map(({ place, title, targetOn, ownerId, activities }) => (
        <li key={place}>
          <span className={classes.pastedSign}>
            <Diamond state="not_enough_data" />
          </span>{" "}
          {title}
          <span className={classes.pastedFacts}>
            {[targetOn ? dayText(targetOn, today) : "no date", people.find(({ id }) => id === ownerId)?.name]
              .filter(Boolean)
              .join(", ")}
          </span>
          {activities.length > 0 ? (
            <ul>
              {placed(activities.map((text) => ({ text }))).map((activity) => (
                <li key={activity.place}>{activity.text}</li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
