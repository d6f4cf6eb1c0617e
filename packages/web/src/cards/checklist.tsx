import { Button, Checkbox, Group, Menu, Progress, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { answer, api } from "../lib/api.ts";
import type { Board, CardDetail } from "../lib/board-query.ts";
import { dayText, todayIn } from "../lib/dates.ts";
import { useDraft } from "../lib/draft.ts";
import { linesOf } from "../lib/lines.ts";
import { keys } from "../lib/query-keys.ts";
import { useCan } from "../lib/session.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import classes from "./card-view.module.css";
import { addItems, applyProcedure, type Item, tick } from "./checklist-acts.ts";
import { ChecklistItem } from "./checklist-item.tsx";
import { type PlannedLine, plannedLine } from "./checklist-words.ts";

interface ChecklistProps {
  board: Board;
  card: CardDetail;
}

/** What is to be done, line by line, below its headings. */
export function Checklist({ board, card }: ChecklistProps) {
  const client = useQueryClient();
  const groups = Map.groupBy(card.checklist, ({ heading }) => heading);
  const done = card.checklist.filter((item) => item.done).length;
  const total = card.checklist.length;
  const onTick = (item: Item) => {
    tick(client, card, item).catch((error) => sayProblem(error, () => onTick(item)));
  };
  return (
    <div>
      {total > 0 ? (
        <Group gap="xs" mb={6}>
          <Progress
            value={(done / total) * 100}
            style={{ flex: 1 }}
            aria-label={`${done} of ${total} done`}
          />
          <span className={classes.dim}>
            {done} of {total}
          </span>
        </Group>
      ) : null}
      {[...groups].map(([heading, items]) => (
        <div key={heading}>
          {heading ? <h3 className={classes.heading}>{heading}</h3> : null}
          <ul className={classes.items}>
            {items.map((item) => (
              <ChecklistItem key={item.id} board={board} card={card} item={item}>
                <Checkbox
                  label={item.text}
                  checked={item.done}
                  onChange={() => onTick(item)}
                  classNames={{ label: item.done ? classes.done : "" }}
                />
              </ChecklistItem>
            ))}
          </ul>
        </div>
      ))}
      <NewItems board={board} card={card} />
    </div>
  );
}

function NewItems({ board, card }: ChecklistProps) {
  const client = useQueryClient();
  const [text, setText, clear] = useDraft(`items.${card.id}`);
  const world = { people: board.people, today: todayIn() };
  const lines = linesOf(text).map((line) => plannedLine(line, world));
  const heading = card.checklist.at(-1)?.heading ?? "";
  const { submit, busy, problem } = useSubmit(async () => {
    if (lines.length === 0) return;
    clear();
    try {
      await addItems(client, card, lines, heading);
    } catch (error) {
      setText(text);
      throw error;
    }
  });
  return (
    <div>
      <Textarea
        aria-label="New checklist line"
        placeholder="A line to tick off, such as: Call the printer @ana fri"
        autosize
        minRows={1}
        maxRows={8}
        mt={6}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey) return;
          event.preventDefault();
          void submit();
        }}
      />
      <Read lines={lines} people={board.people} />
      <Refusal problem={problem} />
      <Group gap="xs" mt={6}>
        <Button
          size="compact-sm"
          variant="default"
          loading={busy}
          disabled={lines.length === 0}
          onClick={() => void submit()}
        >
          {lines.length > 1 ? `Add ${lines.length} lines` : "Add line"}
        </Button>
        <Procedures card={card} />
      </Group>
    </div>
  );
}

/** What was understood of the last words, before it is added. */
function Read({ lines, people }: { lines: readonly PlannedLine[]; people: Board["people"] }) {
  const planned = lines.filter(({ personId, dueOn }) => personId !== null || dueOn !== null);
  const [first] = planned;
  if (!first) return null;
  const name = people.find(({ id }) => id === first.personId)?.name;
  const said = [name, first.dueOn ? dayText(first.dueOn) : null].filter(Boolean).join(", ");
  return (
    <p className={classes.dim} role="status">
      {lines.length === 1 ? `For ${said}` : `${planned.length} of ${lines.length} with a person or a day`}
    </p>
  );
}

function Procedures({ card }: { card: CardDetail }) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const mayWrite = useCan("procedure.edit");
  const { data } = useQuery({
    queryKey: keys.workspace("procedures"),
    queryFn: async () => (await answer(api.GET("/api/v1/procedures"))).items,
    enabled: open,
  });
  const apply = (procedure: { id: string; name: string }) => {
    applyProcedure(client, card, procedure).catch((error) => sayProblem(error, () => apply(procedure)));
  };
  return (
    <Menu opened={open && data !== undefined} onChange={setOpen} position="bottom-start">
      <Menu.Target>
        <Button size="compact-sm" variant="subtle">
          Use a procedure
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {data?.length === 0 ? <Menu.Label>No procedures yet</Menu.Label> : null}
        {data?.map((procedure) => (
          <Menu.Item key={procedure.id} onClick={() => apply(procedure)}>
            {procedure.name}
          </Menu.Item>
        ))}
        {mayWrite && data?.length === 0 ? (
          <Menu.Item component={Link} to={"/settings/procedures" as "/"}>
            Write one down
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
