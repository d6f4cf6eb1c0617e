import { TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "../lib/api.ts";
import type { CardDetail } from "../lib/board-query.ts";
import { offerUndo } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import { refreshCard } from "./checklist-acts.ts";

type Value = CardDetail["values"][number];

/** The workspace's or an import's own fields. */
export function ValuesField({ card }: { card: CardDetail }) {
  return card.values.map((value) => (
    <ValueField key={`${value.fieldId}.${value.value}`} card={card} value={value} />
  ));
}

function ValueField({ card, value: { fieldId, name, value } }: { card: CardDetail; value: Value }) {
  const client = useQueryClient();
  const [text, setText] = useState(value ?? "");
  const put = async (next: string) => {
    await answer(
      api.PUT("/api/v1/cards/{cardId}/values/{fieldId}", {
        params: { path: { cardId: card.id, fieldId } },
        body: { value: next },
      }),
    );
    await refreshCard(client, card);
  };
  const { submit, problem } = useSubmit(async () => {
    if (text === (value ?? "")) return;
    await put(text);
    offerUndo(`${name} changed`, () => put(value ?? ""));
  });
  return (
    <>
      <TextInput
        label={name}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => void submit()}
        onKeyDown={(event) => {
          if (event.key === "Enter") void submit();
        }}
      />
      <Refusal problem={problem} />
    </>
  );
}
