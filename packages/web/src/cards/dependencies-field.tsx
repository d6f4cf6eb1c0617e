import { Button, CloseButton, Group, Select } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { Board, CardDetail } from "../lib/board-query.ts";
import { useManages } from "../lib/current-project.ts";
import { useIsGuest } from "../lib/session.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import classes from "./card-view.module.css";
import { type Dependency, dropLink, type End, link, type Way } from "./dependency-acts.ts";

interface DependenciesProps {
  board: Board;
  card: CardDetail;
}

/** What the card waits for and what waits for it. */
export function DependenciesField({ board, card }: DependenciesProps) {
  const isGuest = useIsGuest();
  const [adding, setAdding] = useState<Way | null>(null);
  const waitsFor = card.dependencies.filter(({ to }) => to.id === card.id);
  const holdsUp = card.dependencies.filter(({ from }) => from.id === card.id);
  return (
    <div>
      <Ends title="Waits for" board={board} card={card} dependencies={waitsFor} other="from" />
      <Ends title="Holds up" board={board} card={card} dependencies={holdsUp} other="to" />
      {adding ? <Picker board={board} card={card} way={adding} onClose={() => setAdding(null)} /> : null}
      {adding || isGuest ? null : (
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => setAdding("waitsFor")}>
            Waits for…
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setAdding("holdsUp")}>
            Holds up…
          </Button>
        </Group>
      )}
    </div>
  );
}

const KIND_WORDS = {
  FS: "",
  SS: ", from start to start",
  FF: ", from end to end",
  SF: ", from start to end",
} as const;

interface EndsProps extends DependenciesProps {
  title: string;
  dependencies: readonly Dependency[];
  other: "from" | "to";
}

function Ends({ title, board, card, dependencies, other }: EndsProps) {
  const client = useQueryClient();
  const isGuest = useIsGuest();
  // One of another kind is made in the plan: whoever could not put it back does not take it away.
  const manages = useManages();
  if (dependencies.length === 0) return null;
  return (
    <>
      <h3 className={classes.heading}>{title}</h3>
      <ul className={classes.items}>
        {dependencies.map((dependency) => {
          const { ref, title: named, done } = endOf(board, dependency[other]);
          const { kind, lagDays } = dependency;
          const lag = lagDays === 0 ? "" : `, ${lagDays > 0 ? "+" : ""}${lagDays} working days`;
          const remove = () => {
            dropLink(client, card, dependency).catch((error) => sayProblem(error));
          };
          return (
            <li key={dependency.id} className={classes.item}>
              <span>
                {ref ? (
                  <Link to={`/${dependency[other].kind === "card" ? "c" : "m"}/${ref}` as "/"}>{ref}</Link>
                ) : null}{" "}
                {named}
                <span className={classes.dim}>
                  {KIND_WORDS[kind]}
                  {lag}
                  {done ? " · done" : ""}
                </span>
              </span>
              {isGuest || !(manages || (kind === "FS" && lagDays === 0)) ? null : (
                <CloseButton size={28} aria-label={`${title} ${named} no longer`} onClick={remove} />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function endOf({ project, cards, milestones }: Board, { kind, id }: End) {
  if (kind === "milestone") {
    const found = milestones.find((each) => each.id === id);
    const done = found !== undefined && (found.state === "accepted" || found.state === "dropped");
    return {
      ref: found ? `${project.key}-M${found.number}` : null,
      title: found?.title ?? "A milestone",
      done,
    };
  }
  const found = cards.find((each) => each.id === id);
  const ref = found ? `${project.key}-${found.number}` : null;
  return { ref, title: found?.title ?? "A card that is off the board", done: found?.doneAt != null };
}

const SHOWN = 50;

/** Cards and milestones of the project by what is typed of their number or name. */
function Picker({ board, card, way, onClose }: DependenciesProps & { way: Way; onClose: () => void }) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<string | null>(null);
  const data = useMemo(() => {
    const key = board.project.key;
    const taken = new Set(card.dependencies.flatMap(({ from, to }) => [from.id, to.id]));
    const named = (
      kind: string,
      rows: readonly { id: string; number: number; title: string }[],
      sign: string,
    ) =>
      rows
        .filter(({ id }) => id !== card.id && !taken.has(id))
        .map(({ id, number, title }) => ({
          value: `${kind} ${id}`,
          label: `${key}-${sign}${number} ${title}`,
        }));
    return [
      { group: "Milestones", items: named("milestone", board.milestones, "M") },
      { group: "Cards", items: named("card", board.cards, "") },
    ];
  }, [board, card.id, card.dependencies]);
  const { submit, busy, problem } = useSubmit(async (value: string) => {
    const [kind, id = ""] = value.split(" ");
    await link(client, card, way, { kind: kind === "card" ? "card" : "milestone", id });
    onClose();
  });
  return (
    <div>
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <Select
          label={way === "waitsFor" ? "Begins after this is finished" : "This begins after the card"}
          placeholder="Number or name"
          searchable
          limit={SHOWN}
          data={data}
          value={chosen}
          nothingFoundMessage="No card or milestone of this name"
          onChange={(value) => {
            setChosen(value);
            if (value) void submit(value).then((done) => !done && setChosen(null));
          }}
          disabled={busy}
          style={{ flex: 1 }}
          autoFocus
        />
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </Group>
      <Refusal problem={problem} />
    </div>
  );
}
