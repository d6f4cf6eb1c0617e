import { Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { dayText, todayIn } from "../lib/dates.ts";
import type { TodayWish } from "./today.api.ts";
import classes from "./today.module.css";

/** What clients asked for and wait for: an answer makes a date, or ends the wait. */
export function Wishes({ wishes }: { wishes: readonly TodayWish[] }) {
  if (wishes.length === 0) return null;
  return (
    <section aria-label="Clients wait for your answer">
      <Title order={2} size="h3" mb={4}>
        Clients wait for your answer{" "}
        <Text component="span" size="sm" c="dimmed" className="mp-tabular">
          {wishes.length}
        </Text>
      </Title>
      <ul className={classes.list}>
        {wishes.map(({ id, title, project, askedBy, askedAt }) => (
          <li key={id} className={classes.wish} data-line>
            <Link to={`/p/${project.key.toLowerCase()}/requests` as "/"} data-stop>
              {title}
            </Link>
            <Text size="sm" c="dimmed">
              {`${project.name}, asked by ${askedBy ?? "somebody"}, ${dayText(todayIn(undefined, new Date(askedAt)))}`}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
