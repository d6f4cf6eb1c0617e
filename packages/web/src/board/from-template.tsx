import { Modal, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { Card } from "../lib/board-query.ts";
import { contentWords } from "../lib/card-content.ts";
import { type CardTemplate, cardTemplatesQuery } from "../lib/card-templates.ts";
import { type Chip, plain } from "../lib/quick-add.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { useWorld } from "./board-context.ts";
import classes from "./from-template.module.css";
import type { Lane } from "./lanes.ts";
import { useCardFromTemplate } from "./new-cards.ts";

interface FromTemplateProps {
  lane: Lane;
  below: string | null;
  /** What stands in the line of the new card. */
  typed: { title: string; chips: readonly Chip[] };
  onMade: (card: Card) => void;
  onClose: () => void;
}

/** What a new card can begin with: found by typing, taken with Enter. */
export function FromTemplate({ lane, below, typed, onMade, onClose }: FromTemplateProps) {
  const { projectId, projectKey } = useWorld();
  const { data, error } = useQuery(cardTemplatesQuery(projectId));
  const create = useCardFromTemplate(lane, below);
  const { submit, busy, problem } = useSubmit(async (template: CardTemplate) => {
    const card = await create(template, typed.title, typed.chips);
    onMade(card);
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={`New card in ${lane.name} from a template`}>
      {typed.title ? (
        <Text size="sm" mb="xs" style={{ overflowWrap: "anywhere" }}>
          It is called “{typed.title}”.
        </Text>
      ) : null}
      {data && data.length > 0 ? (
        <Templates templates={data} busy={busy} onTake={(each) => void submit(each)} onClose={onClose} />
      ) : null}
      {data?.length === 0 ? (
        <Text>
          This project has no card templates yet. “Save as a template” in the menu of a card keeps what it
          holds, such as the ten lines of a launch checklist, for the next one.
        </Text>
      ) : null}
      {data || error ? null : <Waiting rows={3} />}
      <Refusal problem={error ?? problem} />
      <Text size="sm" mt="sm">
        <Link to="/p/$projectKey/card-templates" params={{ projectKey: projectKey.toLowerCase() }}>
          {data?.length === 0 ? "Make a template" : "Edit the templates"}
        </Link>
      </Text>
    </Modal>
  );
}

interface TemplatesProps {
  templates: readonly CardTemplate[];
  busy: boolean;
  onTake: (template: CardTemplate) => void;
  onClose: () => void;
}

function Templates({ templates, busy, onTake, onClose }: TemplatesProps) {
  const world = useWorld();
  const listId = useId();
  const [text, setText] = useState("");
  const [moved, setMoved] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  // The dialog may have stood before there was anything to find.
  useEffect(() => input.current?.focus(), []);
  const shown = templates.filter(({ name, content }) =>
    plain(`${name} ${content.title}`).includes(plain(text)),
  );
  const at = Math.min(moved, shown.length - 1);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);
  const lists = {
    labels: [...world.labels.values()],
    people: [...world.people.values()],
    milestones: [...world.milestones.values()],
    fields: [...world.fields.values()],
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const template = shown[at];
    if (event.key === "Escape") onClose();
    else if (step && shown.length > 0) setMoved((at + step + shown.length) % shown.length);
    else if (event.key === "Enter" && template && !busy) onTake(template);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <input
        ref={input}
        className={classes.input}
        value={text}
        placeholder="Find a template"
        aria-label="Template"
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(shown[at] ? { "aria-activedescendant": `${listId}-${at}` } : {})}
        data-autofocus
        data-mantine-stop-propagation="true"
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setMoved(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label="Templates"
        className={classes.list}
        tabIndex={-1}
      >
        {shown.map((template, index) => (
          <div
            key={template.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classes.option}
            onClick={() => !busy && onTake(template)}
            onKeyDown={onKeyDown}
          >
            <strong>{template.name}</strong>
            <Text size="sm" c="dimmed">
              {wordsOf(template, lists)}
            </Text>
          </div>
        ))}
      </div>
      {shown.length === 0 ? <Text size="sm">No template is called “{text}”.</Text> : null}
    </>
  );
}

/** The title only where it is another than the template's name. */
function wordsOf({ name, content }: CardTemplate, lists: Parameters<typeof contentWords>[1]): string {
  const words = contentWords(content, lists);
  const all = name === content.title ? words : [`“${content.title}”`, ...words];
  return all.join(" · ") || "The title alone";
}
