import { ActionIcon, Menu, Popover, TextInput } from "@mantine/core";
import { IconCalendar, IconUserPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Board, CardDetail } from "../lib/board-query.ts";
import { dayText, todayIn } from "../lib/dates.ts";
import { sayProblem } from "../lib/undo.tsx";
import classes from "./card-view.module.css";
import { assignItem, dateItem, type Item } from "./checklist-acts.ts";

interface ItemProps {
  board: Board;
  card: CardDetail;
  item: Item;
}

/** Who does a line and by when, each changed where it stands; or the card that it became. */
export function ItemPlan({ board, card, item }: ItemProps) {
  if (item.madeCard)
    return (
      <Link to={`/c/${item.madeCard.ref}` as "/"} className={classes.planned} title={item.madeCard.title}>
        {item.madeCard.ref}
        {item.madeCard.done ? " · done" : ""}
      </Link>
    );
  return (
    <span className={classes.plan}>
      <Doer board={board} card={card} item={item} />
      <Day card={card} item={item} />
    </span>
  );
}

function Doer({ board, card, item }: ItemProps) {
  const client = useQueryClient();
  const name = item.personId
    ? (board.people.find(({ id }) => id === item.personId)?.name ?? "Somebody")
    : null;
  const give = (personId: string | null) => {
    assignItem(client, card, item, personId).catch((error) => sayProblem(error));
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        {name ? (
          <button type="button" className={classes.planned} aria-label={`${name} does ${item.text}`}>
            {name}
          </button>
        ) : (
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={`Who does ${item.text}?`}>
            <IconUserPlus size={16} aria-hidden />
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown className={classes.people}>
        {board.people.map((person) => (
          <Menu.Item key={person.id} onClick={() => give(person.id)}>
            {person.name}
          </Menu.Item>
        ))}
        {name ? <Menu.Item onClick={() => give(null)}>Nobody</Menu.Item> : null}
      </Menu.Dropdown>
    </Menu>
  );
}

function Day({ card, item }: Omit<ItemProps, "board">) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState("");
  const late = item.dueOn !== null && !item.done && item.dueOn < todayIn();
  const show = () => {
    setDay(item.dueOn ?? "");
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    const next = day || null;
    if (next !== item.dueOn) dateItem(client, card, item, next).catch((error) => sayProblem(error));
  };
  return (
    <Popover opened={open} onChange={(next) => (next ? show() : close())} position="bottom-end" trapFocus>
      <Popover.Target>
        {item.dueOn ? (
          <button
            type="button"
            className={late ? classes.late : classes.planned}
            aria-label={`${item.text} is due ${dayText(item.dueOn)}${late ? ", late" : ""}`}
            onClick={open ? close : show}
          >
            {dayText(item.dueOn)}
            {late ? ", late" : ""}
          </button>
        ) : (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={`When is ${item.text} due?`}
            onClick={open ? close : show}
          >
            <IconCalendar size={16} aria-hidden />
          </ActionIcon>
        )}
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          type="date"
          label="Due"
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && close()}
          data-autofocus
        />
      </Popover.Dropdown>
    </Popover>
  );
}
