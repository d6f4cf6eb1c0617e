import { Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import { changeText } from "./card-text.ts";
import { type FieldProps, owned } from "./field-props.ts";

/** The title, written when the field is left or Enter is pressed. */
export function TitleField(props: FieldProps) {
  const { card, onDone } = props;
  const client = useQueryClient();
  const [title, setTitle] = useState(card.title);
  useEffect(() => setTitle(card.title), [card.title]);
  const { submit, problem } = useSubmit(async () => {
    const next = title.trim();
    if (!next) return setTitle(card.title);
    if (next === card.title) return;
    await changeText(client, owned(props), "Title changed", { title: card.title }, { title: next });
  });
  return (
    <>
      <Textarea
        aria-label="Title"
        autosize
        minRows={1}
        size="lg"
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value.replaceAll("\n", " "))}
        onBlur={() => void submit()}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          void submit().then((done) => done && onDone?.());
        }}
        data-autofocus
      />
      <Refusal problem={problem} />
    </>
  );
}
