import { Link } from "@tanstack/react-router";
import { ALARMS, CARE, CARE_WORDS, type Care, type Counters } from "./care.ts";
import classes from "./care-links.module.css";

interface CareLinksProps {
  counters: Counters;
  active?: Care | undefined;
}

/** Counters that open their list: at this address with `care`, and back again. */
export function CareLinks({ counters, active }: CareLinksProps) {
  const shown = CARE.filter((counter) => counters[counter] > 0 || counter === active);
  if (shown.length === 0) return null;
  return (
    <nav aria-label="What needs care">
      <ul className={classes.list}>
        {shown.map((counter) => (
          <li key={counter}>
            <Link
              to="."
              resetScroll={false}
              search={(before: object) => ({ ...before, care: counter === active ? undefined : counter })}
              className={classes.link}
              data-alarm={ALARMS.some((alarm) => alarm === counter) || undefined}
              aria-current={counter === active ? "true" : undefined}
            >
              <strong className="mp-tabular">{counters[counter]}</strong> {CARE_WORDS[counter]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function summed(projects: readonly { counters: Counters }[]): Counters {
  const sum = (counter: Care) => projects.reduce((total, { counters }) => total + counters[counter], 0);
  // Every counter of the list is given, so the object is whole.
  return Object.fromEntries(CARE.map((counter) => [counter, sum(counter)])) as Counters;
}
