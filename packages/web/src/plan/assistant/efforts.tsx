import { Button, Group, NativeSelect, Select, Text } from "@mantine/core";
import { DEFAULT_SIZES, type Size } from "@milepost/planning";
import { useQueryClient } from "@tanstack/react-query";
import { memo, useState } from "react";
import { addActivities } from "../../lib/activity-acts.ts";
import type { Board, BoardCard } from "../../lib/board-query.ts";
import { type ActCard, act, type Estimate, estimateAct, marksAct } from "../../lib/card-acts.ts";
import { actTogether } from "../../lib/card-acts-together.ts";
import { estimateLine, readEstimateLine } from "../../lib/estimate-texts.ts";
import type { Milestone } from "../../lib/plan-query.ts";
import { AddLine } from "../../ui/add-line.tsx";
import { manyCards } from "../../ui/many-cards.ts";
import { TextCell } from "../../ui/text-cell.tsx";
import shared from "./assistant.module.css";
import classes from "./efforts.module.css";

type People = readonly { id: string; name: string }[];

interface EffortsProps {
  projectId: string;
  board: Board;
  milestones: readonly Milestone[];
  /** Who can do it. */
  people: People;
}

/** How much work each activity is, and whose; what is open is said once for all of it. */
export function Efforts({ projectId, board, milestones, people }: EffortsProps) {
  const open = board.cards.filter(({ doneAt }) => doneAt === null);
  const cards = Map.groupBy(open, ({ milestoneId }) => milestoneId);
  const all = milestones.flatMap(({ id }) => cards.get(id) ?? []);
  return (
    <>
      <Together projectId={projectId} cards={all} people={people} />
      {milestones.map((milestone) => (
        <MilestoneEfforts
          key={milestone.id}
          milestone={milestone}
          cards={cards.get(milestone.id) ?? []}
          people={people}
        />
      ))}
    </>
  );
}

interface TogetherProps {
  projectId: string;
  cards: readonly BoardCard[];
  people: People;
}

/** All that nobody has estimated, and all that nobody is on, in one act each. */
function Together({ projectId, cards, people }: TogetherProps) {
  const client = useQueryClient();
  const own = (card: BoardCard): ActCard => ({ ...card, projectId });
  const unestimated = cards.filter(({ likely }) => likely === null);
  const nobodys = cards.filter((card) => card.people.length === 0);
  if (unestimated.length === 0 && nobodys.length === 0) return null;
  const estimate = (likely: number) =>
    actTogether(
      client,
      "Estimated",
      unestimated.map((card) => estimateAct(own(card), { low: null, likely, high: null })),
    );
  const assign = (personId: string) =>
    actTogether(
      client,
      "Assigned",
      nobodys.map((card) => marksAct(own(card), "people", { add: [personId] })),
    );
  return (
    <Group gap="md" mb="sm">
      {unestimated.length > 0 ? (
        <Group gap={6}>
          <Text size="sm">{`${unestimated.length} without an estimate: take`}</Text>
          <Sizes label="All without an estimate" value={null} onChange={(likely) => void estimate(likely)} />
        </Group>
      ) : null}
      {nobodys.length > 0 ? (
        <Group gap={6}>
          <Text size="sm">{`${nobodys.length} without anybody: give to`}</Text>
          <Select
            size="xs"
            w={150}
            aria-label="Who does all that nobody is on"
            placeholder="Choose"
            data={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={null}
            onChange={(id) => (id ? void assign(id) : undefined)}
          />
        </Group>
      ) : null}
    </Group>
  );
}

interface MilestoneEffortsProps {
  milestone: Milestone;
  cards: readonly BoardCard[];
  people: People;
}

function MilestoneEfforts({ milestone, cards, people }: MilestoneEffortsProps) {
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const { number, title, projectId } = milestone;
  return (
    <section className={classes.efforts} aria-label={`Work for M${number} ${title}`}>
      <h3 className={shared.milestoneHead}>{`M${number} ${title}`}</h3>
      {cards.length === 0 ? (
        <Text size="sm" className={classes.hint}>
          Without an activity nobody can say how long it takes.
        </Text>
      ) : (
        <ul className={classes.effortLines}>
          {cards.map((card) => (
            <EffortLine key={card.id} projectId={projectId} card={card} people={people} />
          ))}
        </ul>
      )}
      {adding || cards.length === 0 ? (
        <AddLine
          label={`Activity of M${number} ${title}`}
          placeholder={`What has to be done for M${number}?`}
          onAdd={(text) => addActivities(client, milestone, [text])}
          many={manyCards(client, milestone)}
        />
      ) : (
        <Button size="compact-sm" variant="subtle" mx={-6} onClick={() => setAdding(true)}>
          Add an activity
        </Button>
      )}
    </section>
  );
}

interface EffortLineProps {
  projectId: string;
  card: BoardCard;
  people: People;
}

/** Drawn again only when it changes itself: a plan has hundreds. */
const EffortLine = memo(function EffortLine({ projectId, card: shown, people }: EffortLineProps) {
  const client = useQueryClient();
  const card: ActCard = { ...shown, projectId };
  const { title, likely, low, high } = card;
  const [first, ...others] = card.people;
  const save = async (next: Estimate) => {
    await act(client, estimateAct(card, next));
  };
  const give = (next: string | null) =>
    act(
      client,
      marksAct(card, "people", { add: next ? [next] : [], remove: card.people.filter((id) => id !== next) }),
    );
  return (
    <li>
      <span className={classes.effortTitle}>{title}</span>
      <Sizes
        label={`Size of ${title}`}
        value={low === null && high === null ? likely : null}
        onChange={(next) => void save({ low: null, likely: next, high: null })}
      />
      <span className={classes.effortField}>
        <TextCell
          size="xs"
          label={`Effort of ${title}`}
          placeholder="4h, or 2h 4h 8h"
          value={estimateLine({ low, likely, high })}
          check={(typed) => {
            const read = readEstimateLine(typed);
            return typeof read === "string" ? read : null;
          }}
          onSave={async (typed) => {
            const read = readEstimateLine(typed);
            if (typeof read !== "string") await save(read);
          }}
        />
      </span>
      {others.length > 0 ? (
        <Text size="sm">
          {people.flatMap(({ id, name }) => (card.people.includes(id) ? name : [])).join(", ")}
        </Text>
      ) : (
        <NativeSelect
          size="xs"
          aria-label={`Who does ${title}`}
          data={[
            { value: "", label: "Nobody" },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={first ?? ""}
          onChange={({ currentTarget }) => void give(currentTarget.value || null)}
        />
      )}
    </li>
  );
});

const SIZES = Object.entries(DEFAULT_SIZES) as [Size, number][];

/** Small, medium or large, for who does not want to count hours. */
function Sizes({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | null;
  onChange: (minutes: number) => void;
}) {
  return (
    <Button.Group aria-label={label}>
      {SIZES.map(([size, minutes]) => (
        <Button
          key={size}
          size="compact-sm"
          variant={value === minutes ? "filled" : "default"}
          aria-pressed={value === minutes}
          title={`${minutes / 60} h`}
          onClick={() => onChange(minutes)}
        >
          {size}
        </Button>
      ))}
    </Button.Group>
  );
}
