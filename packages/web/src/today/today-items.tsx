import { Text, Title } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { dayText } from "../lib/dates.ts";
import type { TodayItem } from "./today.api.ts";
import classes from "./today.module.css";
import { tickLine } from "./today-acts.ts";
import type { HeldToday } from "./use-held-today.ts";

interface TodayItemsProps extends Pick<HeldToday, "act" | "gone"> {
  items: readonly TodayItem[];
  today: string;
}

/** Lines of checklists that are somebody's and due: small things, ticked from here. */
export function TodayItems({ items, today, act, gone }: TodayItemsProps) {
  if (items.length === 0) return null;
  return (
    <section aria-label="Checklist lines">
      <Title order={2} size="h3" mb={4}>
        Checklist lines{" "}
        <Text component="span" size="sm" c="dimmed" className="mp-tabular">
          {items.length}
        </Text>
      </Title>
      <ul className={classes.list}>
        {items.map((item) => (
          <li key={item.id} className={classes.line} data-line data-gone={gone.has(item.id) || undefined}>
            {gone.has(item.id) ? (
              <span />
            ) : (
              <button
                type="button"
                className={classes.done}
                data-act="done"
                aria-label={`Tick ${item.text}`}
                onClick={() => void tickLine(act, item)}
              >
                <IconCheck size={16} aria-hidden />
              </button>
            )}
            <div className={classes.what}>
              <Link to={`/c/${item.card.ref}` as "/"} className={classes.title} data-stop>
                {item.text}
              </Link>
              <Text size="sm" c="dimmed">
                {gone.has(item.id)
                  ? "Ticked or changed meanwhile"
                  : `${dueWords(item.dueOn, today)} · ${item.card.ref} ${item.card.title}`}
              </Text>
            </div>
            <Text size="sm" c="dimmed" truncate className={classes.for}>
              {item.project.name}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

function dueWords(dueOn: string, today: string): string {
  if (dueOn < today) return `Was due ${dayText(dueOn, today)}`;
  return dueOn === today ? "Due today" : `Due ${dayText(dueOn, today)}`;
}
