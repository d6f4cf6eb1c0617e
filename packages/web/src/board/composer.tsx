import { Button, Group } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import type { Card } from "../lib/board-query.ts";
import { type Line, LONGEST_TITLE, outlineOf } from "../lib/lines.ts";
import type { Chip } from "../lib/quick-add.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import { type BoardWorld, useWorld } from "./board-context.ts";
import { useUi, useUiStore } from "./board-ui.ts";
import classes from "./composer.module.css";
import { ComposerChips } from "./composer-chips.tsx";
import { type ComposerText, useComposerText } from "./composer-text.ts";
import { FromTemplate, PastedLines } from "./dialogs.ts";
import { useInSight } from "./in-sight.ts";
import type { Lane } from "./lanes.ts";
import { addLines, useNewCard } from "./new-cards.ts";
import { Offered } from "./offered.tsx";
import { suggestionsFor } from "./suggestions.ts";

interface ComposerProps {
  lane: Lane;
  /** The card it stands below; null is the end of the lane. */
  below: string | null;
  onClose: () => void;
}

/** The line of a new card: Enter adds and stays, Shift+Enter opens the card, Esc keeps the draft. */
export function Composer({ lane, below, onClose }: ComposerProps) {
  const world = useWorld();
  const client = useQueryClient();
  const quick = useQuick(world);
  const line = useComposerText(`card.${world.projectId}.${lane.id}`, quick);
  const create = useNewCard(lane, below);
  const input = useRef<HTMLInputElement>(null);
  const [moved, setMoved] = useState<number | null>(null);
  const [pasted, setPasted] = useState<readonly Line[]>([]);
  const listId = useId();
  const { chips: offered, without } = suggestionsFor(line.text, quick);
  // A new label is only made when it was chosen: Enter adds the card.
  const at = moved ?? (offered[0]?.kind === "newLabel" ? -1 : 0);
  const show = useInSight(lane, below === null);
  useEffect(() => input.current?.focus(), []);
  const { add, problem } = useAddInTurn(line, async (title, chips, open) => {
    const card = await create(title, chips);
    show(card.id);
    if (open) world.open(card.ref);
  });
  const back = (text: string) => {
    setPasted([]);
    line.type(text);
    requestAnimationFrame(() => input.current?.focus());
  };
  const take = (index: number) => {
    const chip = offered[index];
    if (chip) line.take(chip, without);
    setMoved(null);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const done = () => event.preventDefault();
    if (event.key === "Escape") {
      done();
      onClose();
    } else if (offered.length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      done();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setMoved((Math.max(at, step > 0 ? -1 : 0) + step + offered.length) % offered.length);
    } else if (offered.length > 0 && event.key === "Tab") {
      done();
      take(Math.max(at, 0));
    } else if (offered[at] && event.key === "Enter" && !event.shiftKey) {
      done();
      take(at);
    } else if (event.key === "Enter") {
      done();
      add(event.shiftKey);
    } else if (event.key === "Backspace" && atStart(event.currentTarget) && line.giveBack()) done();
  };
  return (
    <div className={classes.composer}>
      <ComposerChips chips={line.chips} onRemove={line.remove} />
      <input
        ref={input}
        className={classes.input}
        value={line.text}
        placeholder="What is to be done?"
        aria-label="New card"
        role="combobox"
        aria-expanded={offered.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(offered[at] ? { "aria-activedescendant": `${listId}-${at}` } : {})}
        onChange={(event) => {
          setMoved(null);
          line.type(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const lines = outlineOf(event.clipboardData.getData("text/plain"));
          if (lines.length < 2) return;
          event.preventDefault();
          setPasted(lines);
        }}
      />
      {line.text || line.chips.length > 0 ? null : (
        <span className={classes.help}>@who #label &gt;milestone !high ~4h fri</span>
      )}
      <Offered id={listId} chips={offered} at={at} onTake={take} />
      {pasted.length > 0 ? (
        <PastedLines
          lines={pasted}
          offer={() => `Add ${pasted.length} cards`}
          onAdd={() => addLines(client, world, lane, titlesOf(pasted))}
          onAsOne={() => back([line.text, ...titlesOf(pasted)].join(" ").trim())}
          onClose={() => back(line.text)}
        />
      ) : (
        <Buttons
          onAdd={() => {
            add(false);
            input.current?.focus();
          }}
          onClose={onClose}
        />
      )}
      <Refusal problem={problem} />
      <Template
        lane={lane}
        below={below}
        typed={line.finish}
        onMade={(card) => {
          line.clear();
          show(card.id);
        }}
        onBack={() => input.current?.focus()}
      />
    </div>
  );
}

/** Who types fast has the next line ready before the last card is back: one goes after the other. */
function useAddInTurn(
  line: ComposerText,
  create: (title: string, chips: readonly Chip[], open: boolean) => Promise<void>,
) {
  const waiting = useRef<Promise<unknown>>(Promise.resolve());
  const { submit, problem } = useSubmit(async (title: string, chips: readonly Chip[], open: boolean) => {
    try {
      await create(title, chips, open);
    } catch (error) {
      line.restore(title, chips);
      throw error;
    }
  });
  const add = (open: boolean) => {
    const { title, chips } = line.finish();
    if (!title) return;
    line.clear();
    waiting.current = waiting.current.then(() => submit(title, chips, open));
  };
  return { add, problem };
}

/** What the words of the line may name. */
function useQuick({ people, labels, milestones, today }: BoardWorld) {
  return useMemo(
    () => ({
      people: [...people.values()],
      labels: [...labels.values()],
      milestones: [...milestones.values()],
      today,
    }),
    [people, labels, milestones, today],
  );
}

function Buttons({ onAdd, onClose }: { onAdd: () => void; onClose: () => void }) {
  const { choose } = useChoosing();
  const quiet = { size: "compact-sm", variant: "subtle", color: "gray" } as const;
  return (
    <Group gap="xs">
      <Button size="compact-sm" onClick={onAdd}>
        Add card
      </Button>
      <Button {...quiet} onClick={() => choose(true)}>
        Template
      </Button>
      <Button {...quiet} onClick={onClose}>
        Close
      </Button>
    </Group>
  );
}

interface TemplateProps extends Pick<ComposerProps, "lane" | "below"> {
  typed: ComposerText["finish"];
  onMade: (card: Card) => void;
  onBack: () => void;
}

function Template({ lane, below, typed, onMade, onBack }: TemplateProps) {
  const { isOpen, choose } = useChoosing();
  const close = () => {
    choose(false);
    requestAnimationFrame(onBack);
  };
  return isOpen ? (
    <FromTemplate lane={lane} below={below} typed={typed()} onMade={onMade} onClose={close} />
  ) : null;
}

/** Whether what a new card can begin with is offered; a key or a menu may ask for it at once. */
function useChoosing() {
  const ui = useUiStore();
  const isOpen = useUi(({ composer }) => composer?.templates === true);
  const choose = (templates: boolean) => {
    const { composer } = ui.get();
    if (composer) ui.set({ composer: { ...composer, templates } });
  };
  return { isOpen, choose };
}

function titlesOf(lines: readonly Line[]): string[] {
  return lines.map(({ text }) => text.slice(0, LONGEST_TITLE));
}

function atStart(field: HTMLInputElement): boolean {
  return field.selectionStart === 0 && field.selectionEnd === 0;
}
