import { Box, CloseButton, Kbd, Loader, Modal, Text, VisuallyHidden } from "@mantine/core";
import { useDebouncedValue, useMediaQuery } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useRouter } from "@tanstack/react-router";
import { type KeyboardEvent, useId, useState } from "react";
import { keyWords, steps } from "../lib/key-match.ts";
import { HitLine } from "../search/hit-line.tsx";
import { type Entry, type EntryGroup, useEntries } from "./command-entries.ts";
import classes from "./command-palette.module.css";

const DEBOUNCE_MS = 80;
const LONGEST = 200;
/** By then the menu has given the focus back to the page that the act is about. */
const AFTER_CLOSE_MS = 60;
const PHONE = "(max-width: 47.99em)";

/** Everything by name: acts of this page, places, and what was written anywhere. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState("");
  const [debounced] = useDebouncedValue(text.trim(), DEBOUNCE_MS);
  const { groups, isFetching } = useEntries(text.trim(), text.trim() === "" ? "" : debounced);
  const { chosen, choose, step } = useChoice(groups);
  const act = useAct(onClose);
  const isPhone = useMediaQuery(PHONE) ?? false;
  const list = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) step(by);
    else if (event.key === "Enter" && chosen) act(chosen, event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={660}
      yOffset="10dvh"
      fullScreen={isPhone}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { "aria-label": "Command menu" } }}
    >
      <div className={classes.field}>
        <IconSearch size={20} aria-hidden />
        <input
          data-autofocus
          className={classes.input}
          value={text}
          maxLength={LONGEST}
          placeholder="Find anything, go anywhere, do something"
          aria-label="Command menu"
          role="combobox"
          aria-expanded
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? `${list}-${chosen.id}` : undefined}
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            choose(null);
          }}
          onKeyDown={onKeyDown}
        />
        {isFetching ? <Loader size={18} aria-label="Searching" /> : null}
        {isPhone ? <CloseButton aria-label="Close" onClick={onClose} /> : null}
      </div>
      <div id={list} role="listbox" aria-label="What fits" className={classes.list}>
        {groups.map((group) => (
          <Group key={group.title} group={group} list={list} chosen={chosen} onPoint={choose} onAct={act} />
        ))}
      </div>
      <Foot groups={groups} isWaiting={isFetching} text={text.trim()} />
    </Modal>
  );
}

/** The line that Enter opens: the one that was walked to, as long as it is there, else the first. */
function useChoice(groups: readonly EntryGroup[]) {
  const [id, choose] = useState<string | null>(null);
  const entries = groups.flatMap((group) => group.entries);
  const at = Math.max(
    0,
    entries.findIndex((entry) => entry.id === id),
  );
  const step = (by: number) => {
    const next = entries[(at + by + entries.length) % entries.length];
    if (next) choose(next.id);
  };
  return { chosen: entries[at], choose, step };
}

function useAct(onClose: () => void): (entry: Entry, inNewTab: boolean) => void {
  const router = useRouter();
  return ({ href, run }, inNewTab) => {
    if (href && inNewTab) {
      window.open(href, "_blank", "noopener");
      return;
    }
    onClose();
    if (href) void router.navigate({ href });
    else if (run) setTimeout(() => run(new KeyboardEvent("keydown")), AFTER_CLOSE_MS);
  };
}

interface GroupProps {
  group: EntryGroup;
  list: string;
  chosen: Entry | undefined;
  onPoint: (id: string) => void;
  onAct: (entry: Entry, inNewTab: boolean) => void;
}

function Group({ group: { title, entries }, list, chosen, onPoint, onAct }: GroupProps) {
  const name = useId();
  return (
    <Box role="group" aria-labelledby={name}>
      <div id={name} className={classes.title} role="presentation">
        {title}
      </div>
      {entries.map((entry) => (
        <Option
          key={entry.id}
          id={`${list}-${entry.id}`}
          entry={entry}
          isChosen={entry.id === chosen?.id}
          onPoint={onPoint}
          onAct={onAct}
        />
      ))}
    </Box>
  );
}

interface OptionProps extends Pick<GroupProps, "onPoint" | "onAct"> {
  id: string;
  entry: Entry;
  isChosen: boolean;
}

function Option({ id, entry, isChosen, onPoint, onAct }: OptionProps) {
  const { label, keys, hit } = entry;
  return (
    // The field above has the focus and the keys.
    <Box
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={classes.option}
      ref={isChosen ? (element) => element?.scrollIntoView({ block: "nearest" }) : undefined}
      onPointerMove={() => isChosen || onPoint(entry.id)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onAct(entry, event.ctrlKey || event.metaKey)}
      onAuxClick={(event) => event.button === 1 && onAct(entry, true)}
    >
      {hit ? <HitLine hit={hit} /> : <span className={classes.label}>{label}</span>}
      {keys ? <KeyHint keys={keys} /> : null}
    </Box>
  );
}

function KeyHint({ keys }: { keys: string }) {
  return (
    <span className={classes.keys} aria-hidden>
      {steps(keys)
        .flatMap((one) => keyWords(one))
        .map((word) => (
          <Kbd key={word} size="xs">
            {word}
          </Kbd>
        ))}
    </span>
  );
}

function Foot({
  groups,
  isWaiting,
  text,
}: {
  groups: readonly EntryGroup[];
  isWaiting: boolean;
  text: string;
}) {
  const found = groups.find(({ title }) => title === "Found")?.entries.length ?? 0;
  const isNothing = text !== "" && !isWaiting && groups.every(({ title }) => title === "Search");
  return (
    <div className={classes.foot}>
      {isNothing ? (
        <Text size="sm">
          Nothing is called so. Try fewer words, or their first letters; a wrong letter and accents are
          forgiven.
        </Text>
      ) : (
        <Text size="xs" c="dimmed" visibleFrom="sm">
          Enter opens, Ctrl or ⌘ with it in a new tab. ACME-42 goes straight to that card.
        </Text>
      )}
      <VisuallyHidden role="status">{text === "" || isWaiting ? "" : `${found} found`}</VisuallyHidden>
    </div>
  );
}
