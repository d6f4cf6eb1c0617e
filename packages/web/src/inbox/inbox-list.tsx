import { Text } from "@mantine/core";
import { agoText } from "../lib/dates.ts";
import type { InboxItem } from "./inbox.api.ts";
import classes from "./inbox.module.css";

interface InboxListProps {
  items: readonly InboxItem[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** One line a thing, with what happened last and why it is here. */
export function InboxList({ items, chosen, onChoose }: InboxListProps) {
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
          >
            <span className={classes.dot} data-unread={item.readAt === null || undefined} aria-hidden />
            <span className={classes.words}>
              {item.readAt === null ? <span className="mp-hidden">Unread: </span> : null}
              <span className={item.readAt === null ? classes.unread : undefined}>{item.thing.title}</span>
              {item.happenings > 1 ? (
                <Text
                  component="span"
                  size="sm"
                  c="dimmed"
                  className="mp-tabular"
                >{` · ${item.happenings}`}</Text>
              ) : null}
              <Text component="span" size="sm" display="block">
                {`${item.what}${item.because === null ? "" : `, ${item.because}`}`}
              </Text>
              <Text component="span" size="xs" c="dimmed" display="block">
                {`${item.project.name} · ${agoText(item.at)}`}
              </Text>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
