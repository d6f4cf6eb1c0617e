import { Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { AskFirst, type ToClient } from "./ask-first.tsx";
import { fittingPeople, mentionAt } from "./mention.ts";
import { type Audience, type Mentionable, mentionableQuery, type TalkSubject } from "./talk.api.ts";
import classes from "./talk.module.css";

interface WordsFieldProps {
  subject: TalkSubject;
  audience: Audience;
  label: string;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
  onSend: () => void;
  onEscape?: () => void;
  autoFocus?: boolean;
  minRows?: number;
  /** Where somebody of the client is named among the team: another way to say it. */
  toClient?: ToClient | null;
}

/** A text in which @ offers those who may read it, and among the team asks before one of the client is named; Ctrl/Cmd+Enter sends. */
export function WordsField(props: WordsFieldProps) {
  const {
    subject,
    audience,
    label,
    placeholder,
    value,
    onChange,
    onSend,
    onEscape,
    autoFocus,
    minRows = 2,
    toClient = null,
  } = props;
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const mention = closed ? null : mentionAt(value, caret);
  const { data: people = [] } = useQuery({
    ...mentionableQuery(subject, audience),
    enabled: mention !== null,
  });
  const offered = mention ? fittingPeople(people, mention.typed) : [];
  const take = (person: Mentionable | undefined) => {
    if (!mention || !person) return;
    const before = `${value.slice(0, mention.from)}@${person.name} `;
    onChange(before + value.slice(caret));
    setAt(0);
    setCaret(before.length);
    requestAnimationFrame(() => field.current?.setSelectionRange(before.length, before.length));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const used = keyOf(event, offered.length > 0);
    if (!used) return;
    event.preventDefault();
    event.stopPropagation();
    if (used === "send") onSend();
    else if (used === "take") take(offered[at]);
    else if (used === "close" && offered.length > 0) setClosed(true);
    else if (used === "close") onEscape?.();
    else setAt((at + (used === "next" ? 1 : offered.length - 1)) % offered.length);
  };
  const follow = () => setCaret(field.current?.selectionStart ?? 0);
  return (
    <div className={classes.field}>
      <Textarea
        ref={field}
        aria-label={label}
        placeholder={placeholder}
        autosize
        minRows={minRows}
        maxRows={Math.max(14, 3 * minRows)}
        value={value}
        onChange={(event) => {
          setClosed(false);
          setAt(0);
          onChange(event.currentTarget.value);
          setCaret(event.currentTarget.selectionStart);
        }}
        onClick={follow}
        onKeyUp={follow}
        onKeyDown={onKeyDown}
        autoFocus={autoFocus ?? false}
        aria-autocomplete="list"
        aria-controls={listId}
        {...(offered.length > 0 ? { "aria-activedescendant": `${listId}-${at}` } : {})}
      />
      <div
        id={listId}
        role="listbox"
        aria-label="People and groups"
        className={classes.people}
        hidden={offered.length === 0}
      >
        {offered.map((person, index) => (
          <div
            key={person.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classes.person}
            onPointerDown={(event) => {
              event.preventDefault();
              take(person);
            }}
          >
            {person.name}
            {person.kind === "contact" ? <span className={classes.contact}>Client</span> : null}
            {person.kind === "group" ? <span className={classes.contact}>Group</span> : null}
          </div>
        ))}
      </div>
      {audience === "team" ? (
        <AskFirst subject={subject} text={value} onChange={onChange} toClient={toClient} />
      ) : null}
    </div>
  );
}

type Used = "send" | "take" | "next" | "previous" | "close";

function keyOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent, offering: boolean): Used | null {
  if (key === "Enter" && (ctrlKey || metaKey)) return "send";
  if (key === "Escape") return "close";
  if (!offering) return null;
  if ((key === "Enter" || key === "Tab") && !shiftKey) return "take";
  if (key === "ArrowDown") return "next";
  return key === "ArrowUp" ? "previous" : null;
}
