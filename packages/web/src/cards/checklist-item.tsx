import { ActionIcon, Button, Group, Menu, TextInput } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Board, CardDetail } from "../lib/board-query.ts";
import { todayIn } from "../lib/dates.ts";
import { useIsGuest } from "../lib/session.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import classes from "./card-view.module.css";
import { changeItem, type Item, makeCardOf, moveItem, removeItem, reword } from "./checklist-acts.ts";
import { ItemPlan } from "./checklist-plan.tsx";
import { plannedLine } from "./checklist-words.ts";

interface ChecklistItemProps {
  board: Board;
  card: CardDetail;
  item: Item;
  children: ReactNode;
}

/** A line and what can be done with it. */
export function ChecklistItem({ board, card, item, children }: ChecklistItemProps) {
  const client = useQueryClient();
  const [editing, setEditing] = useState<"text" | "heading" | null>(null);
  const isGuest = useIsGuest();
  const at = card.checklist.findIndex(({ id }) => id === item.id);
  const [above, below] = [card.checklist[at - 1], card.checklist[at + 1]];
  const run = (act: Promise<void>) => void act.catch((error) => sayProblem(error));
  if (editing)
    return <EditItem board={board} card={card} item={item} part={editing} onClose={() => setEditing(null)} />;
  return (
    <li className={classes.item}>
      {children}
      <ItemPlan board={board} card={card} item={item} />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={`More for ${item.text}`}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setEditing("text")}>Edit</Menu.Item>
          <Menu.Item onClick={() => setEditing("heading")}>Put below a heading</Menu.Item>
          {item.done || isGuest ? null : (
            <Menu.Item onClick={() => run(makeCardOf(client, card, item))}>Make a card of it</Menu.Item>
          )}
          <Menu.Item
            disabled={!above}
            onClick={() => above && run(moveItem(client, card, item, { before: above.id }))}
          >
            Move up
          </Menu.Item>
          <Menu.Item
            disabled={!below}
            onClick={() => below && run(moveItem(client, card, item, { after: below.id }))}
          >
            Move down
          </Menu.Item>
          <Menu.Item onClick={() => run(removeItem(client, card, item))}>Remove</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

interface EditItemProps {
  board: Board;
  card: CardDetail;
  item: Item;
  part: "text" | "heading";
  onClose: () => void;
}

function EditItem({ board, card, item: current, part, onClose }: EditItemProps) {
  const client = useQueryClient();
  // What is saved is said over what was seen when the editing began.
  const [item] = useState(current);
  const [text, setText] = useState(item[part]);
  const { submit, busy, problem } = useSubmit(async () => {
    if (part === "heading") await changeItem(client, card, item, { heading: text });
    else await reword(client, card, item, plannedLine(text, { people: board.people, today: todayIn() }));
    onClose();
  });
  return (
    <li>
      <Form onSend={submit}>
        <Group gap="xs" wrap="nowrap">
          <TextInput
            aria-label={part === "text" ? "Line" : "Heading"}
            placeholder={part === "heading" ? "Heading" : ""}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Escape") return;
              event.stopPropagation();
              onClose();
            }}
            style={{ flex: 1 }}
            autoFocus
          />
          <Button type="submit" size="compact-md" loading={busy}>
            Save
          </Button>
        </Group>
        <Refusal problem={problem} />
      </Form>
    </li>
  );
}
