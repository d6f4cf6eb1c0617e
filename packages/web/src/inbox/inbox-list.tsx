import { Text, VisuallyHidden } from "@mantine/core";
import { agoText } from "../lib/dates.ts";
import type { InboxItem } from "./inbox.api.ts";
import classes from "./inbox.module.css";

interface InboxListProps {
  items: readonly InboxItem[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
  onOpen: (item: InboxItem) => void;
}

/** One line a thing, with what happened last and why it is here. */
export function InboxList({ items, chosen, onChoose, onOpen }: InboxListProps) {
  return (
    <ul className={classes.list} aria-label="Items">
      {items.map((item) => (
        <li key={item.id}>
          <button
            type="button"
            id={`inbox-${item.id}`}
            className={classes.line}
            aria-current={item.id === chosen ? "true" : undefined}
            onClick={() => onChoose(item.id)}
            onKeyDown={(event) => {
              // Enter chooses first, and opens what is chosen.
              if (event.key !== "Enter" || item.id !== chosen) return;
              event.preventDefault();
              onOpen(item);
            }}
          >
            <span className={classes.dot} data-unread={item.readAt === null || undefined} aria-hidden />
            <span className={classes.words}>
              {item.readAt === null ? <VisuallyHidden>Unread: </VisuallyHidden> : null}
              <span className={item.readAt === null ? classes.unread : undefined}>{item.thing.title}</span>
              <Text component="span" size="sm" display="block">
                {saidOf(item)}
              </Text>
              <Text component="span" size="xs" c="dimmed" display="block">
                {[item.project.name, item.thing.ref, agoText(item.at), timesOf(item)]
                  .filter(Boolean)
                  .join(" · ")}
              </Text>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What happened last, and why it is here. */
function saidOf({ what, because }: InboxItem): string {
  return because === null ? what : `${what}, ${because}`;
}

function timesOf({ happenings }: InboxItem): string | null {
  return happenings > 1 ? `${happenings} times` : null;
}
