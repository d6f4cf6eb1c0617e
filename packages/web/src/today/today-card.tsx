import { Button, Group, Menu, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { minutesText } from "../lib/minutes.ts";
import { Diamond } from "../ui/diamond.tsx";
import { healthOf } from "../ui/health.ts";
import type { TodayCard } from "./today.api.ts";
import classes from "./today.module.css";
import { finish, reestimate } from "./today-acts.ts";
import { reasonOf } from "./today-words.ts";

const SIZES = [60, 120, 240, 480, 960];

/** One card: what, for which milestone, why here; done and re-estimated without leaving the page. */
export function TodayLine({ card }: { card: TodayCard }) {
  const client = useQueryClient();
  const { ref, title, milestone, project } = card;
  return (
    <li className={classes.line}>
      {card.doneColumnId ? (
        <button
          type="button"
          className={classes.done}
          aria-label={`Done: ${title}`}
          onClick={() => void finish(client, card)}
        >
          <IconCheck size={16} aria-hidden />
        </button>
      ) : (
        <span />
      )}
      <div className={classes.what}>
        <Link to={`/c/${ref}` as "/"} className={classes.title} data-today={card.id}>
          {title}
        </Link>
        <Text size="sm" c="dimmed">
          {reasonOf(card)}
        </Text>
      </div>
      <Group gap={6} wrap="nowrap" className={classes.for}>
        {milestone ? (
          <>
            <Sign milestone={milestone} />
            <Text size="sm" truncate>
              <Link to={`/m/${milestone.ref}` as "/"} className={classes.quiet}>
                {milestone.title}
              </Link>
              <Text component="span" c="dimmed">{` · ${project.name}`}</Text>
            </Text>
          </>
        ) : (
          <Text size="sm" c="dimmed" truncate>
            {project.name}
          </Text>
        )}
      </Group>
      <Effort card={card} />
    </li>
  );
}

function Sign({ milestone }: { milestone: NonNullable<TodayCard["milestone"]> }) {
  const { state, waiting, word } = healthOf(milestone.health ?? "not_enough_data", milestone.below);
  return <Diamond state={state} waiting={waiting} size={16} label={word} />;
}

function Effort({ card }: { card: TodayCard }) {
  const client = useQueryClient();
  const { likely, title } = card;
  const said = likely === null ? "Estimate" : minutesText(likely);
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button size="compact-sm" variant="default" aria-label={`Effort of ${title}: ${said}`}>
          {said}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>How long will it take?</Menu.Label>
        {SIZES.map((minutes) => (
          <Menu.Item key={minutes} onClick={() => void reestimate(client, card, minutes)}>
            {minutesText(minutes)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
