import { Modal, Text } from "@mantine/core";
import { useMemo } from "react";
import { shortDay } from "../lib/dates.ts";
import { LoadCard } from "./load-card.tsx";
import type { Opened } from "./load-grid.tsx";
import { hours } from "./load-words.ts";
import type { Workload } from "./workload.api.ts";
import classes from "./workload.module.css";

interface WeekDialogProps {
  view: Workload;
  opened: Opened;
  onClose: () => void;
}

/** What is in one week of one person, the most hours first. */
export function WeekDialog({ view, opened: { person, cell }, onClose }: WeekDialogProps) {
  const cards = new Map(view.cards.map((card) => [card.id, card]));
  const managed = new Set(view.projects.filter(({ manages }) => manages).map(({ id }) => id));
  const others = view.people.filter(({ id }) => id !== person.id);
  const week = useMemo(() => ({ personId: person.id, weekOn: cell.weekOn }), [person.id, cell.weekOn]);
  const nothing = cell.cards.length === 0 && cell.otherWork === 0;
  return (
    <Modal opened onClose={onClose} size="xl" title={`${person.name}, week of ${shortDay(cell.weekOn)}`}>
      <Text mb="sm">
        <b>
          {hours(cell.planned)} of {hours(cell.capacity)} h
        </b>
        {cell.over > 0 ? `, over by ${hours(cell.over)} h` : ""}
        {cell.away > 0 ? `; away ${hours(cell.away)} h` : ""}
      </Text>
      {nothing ? <Text c="dimmed">Nothing is planned in this week.</Text> : null}
      <ul className={classes.weeks}>
        {cell.cards.map(({ cardId, minutes, late }) => {
          const card = cards.get(cardId);
          return card ? (
            <li key={cardId} className={classes.card}>
              <LoadCard
                card={card}
                minutes={minutes}
                late={late}
                week={week}
                others={others}
                manages={managed.has(card.projectId)}
              />
            </li>
          ) : null;
        })}
        {cell.otherWork > 0 ? (
          <li className={classes.card}>
            <Text>Other work: {hours(cell.otherWork)} h in projects that you do not see.</Text>
          </li>
        ) : null}
      </ul>
    </Modal>
  );
}
