import { Button, Group, Text, TextInput } from "@mantine/core";
import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { type Line, outlineOf } from "../lib/lines.ts";
import { useSubmit } from "../lib/use-submit.ts";
import classes from "./add-line.module.css";
import { Form } from "./form.tsx";
import { type Many, PastedLines } from "./pasted-lines.tsx";
import { Refusal } from "./refusal.tsx";

interface Level {
  label: string;
  placeholder: string;
  onAdd: (text: string) => Promise<unknown>;
  /** What several pasted lines become; without it they are one line. */
  many?: Many;
}

interface AddLineProps extends Level {
  maxLength?: number;
  autoFocus?: boolean;
  /** What Tab makes of the line, as in an outline; Shift+Tab takes it back. */
  inner?: Level & { hint: string };
}

/** One line, Enter adds and keeps the line open for the next. */
export function AddLine({ maxLength = 200, autoFocus = false, inner, ...outer }: AddLineProps) {
  const [text, setText] = useState("");
  const [pasted, setPasted] = useState<readonly Line[]>([]);
  const line = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const { inside, onKeyDown, onAdded, onBlur } = useIndent(inner !== undefined, text);
  const { label, placeholder, onAdd, many } = inside && inner ? inner : outer;
  const { submit, busy, problem } = useSubmit(onAdd);
  const send = async () => {
    const wanted = text.trim();
    if (wanted === "") return;
    if (await submit(wanted)) setText("");
    onAdded();
    // Whoever went on elsewhere meanwhile stays there.
    const { activeElement } = document;
    if (activeElement === document.body || line.current?.form?.contains(activeElement)) line.current?.focus();
  };
  const onPaste = (event: ClipboardEvent) => {
    const lines = many ? outlineOf(event.clipboardData.getData("text/plain")) : [];
    if (lines.length < 2) return;
    event.preventDefault();
    setPasted(lines);
  };
  const back = (words: string) => {
    setPasted([]);
    setText(words.slice(0, maxLength));
    requestAnimationFrame(() => line.current?.focus());
  };
  if (many && pasted.length > 0)
    return (
      <PastedLines
        {...many}
        lines={pasted}
        onAsOne={() => back([text, ...pasted.map((each) => each.text)].join(" ").trim())}
        onClose={() => back(text)}
      />
    );
  return (
    <Form onSend={send} className={inside ? classes.inside : undefined}>
      <Group gap="xs" wrap="nowrap" mt={6}>
        <TextInput
          ref={line}
          style={{ flex: 1 }}
          aria-label={label}
          aria-describedby={inner ? hintId : undefined}
          placeholder={placeholder}
          maxLength={maxLength}
          data-autofocus={autoFocus ? true : undefined}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={onBlur}
        />
        <Button type="submit" variant="default" loading={busy} disabled={text.trim() === ""}>
          Add
        </Button>
      </Group>
      {inner ? (
        <Text id={hintId} size="xs" c="dimmed" className={classes.hint}>
          {inner.hint}
        </Text>
      ) : null}
      <Refusal problem={problem} />
    </Form>
  );
}

/** Tab indents a line that was begun, or the one after a line just added; from anywhere else it leaves the field as always. */
function useIndent(possible: boolean, text: string) {
  const [indented, setIndented] = useState(false);
  const [begun, setBegun] = useState(false);
  const inside = possible && indented;
  return {
    inside,
    onAdded: () => setBegun(true),
    onBlur: () => setBegun(false),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Tab" || !possible) return;
      const turns = event.shiftKey ? inside : !inside && (text.trim() !== "" || begun);
      if (!turns) return;
      event.preventDefault();
      setIndented(!event.shiftKey);
    },
  };
}
