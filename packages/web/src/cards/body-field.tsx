import { Button, Group, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import { type CardDetail, cardQuery } from "../lib/board-query.ts";
import { useDraft } from "../lib/draft.ts";
import { ApiProblem } from "../lib/problem.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Markdown } from "../ui/markdown.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { saveText } from "./card-text.ts";
import classes from "./card-view.module.css";

/** The description: read as markdown, written as text; a draft outlives the page. */
export function BodyField({ card }: { card: CardDetail }) {
  const [editing, setEditing] = useState(
    () => localStorage.getItem(`milepost.draft.body.${card.id}`) !== null,
  );
  if (editing) return <EditBody card={card} onClose={() => setEditing(false)} />;
  return (
    <div>
      {card.body ? <Markdown text={card.body} /> : null}
      <Button mt={card.body ? 6 : 0} variant="default" size="compact-md" onClick={() => setEditing(true)}>
        {card.body ? "Edit description" : "Write a description"}
      </Button>
    </div>
  );
}

function EditBody({ card, onClose }: { card: CardDetail; onClose: () => void }) {
  const client = useQueryClient();
  const [begun, begin, forget] = useDraft(`body-base.${card.id}`);
  const [base, setBase] = useState(() => ({
    revision: begun ? Number(begun) : card.revision,
    // Of an older draft only the revision is known: what stands there now is then somebody else's.
    body: begun && Number(begun) !== card.revision ? null : card.body,
  }));
  const [theirs, setTheirs] = useState<CardDetail | null>(null);
  const [text, setText, clear] = useDraft(`body.${card.id}`, card.body);
  const write = (next: string) => {
    begin(String(base.revision));
    setText(next);
  };
  const leave = () => {
    clear();
    forget();
    onClose();
  };
  const { submit, busy, problem } = useSubmit(async () => {
    try {
      await saveText(client, { ...card, revision: theirs?.revision ?? base.revision }, { body: text });
      leave();
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 412) throw error;
      const now = await client.fetchQuery({ ...cardQuery(card.projectId, card.id), staleTime: 0 });
      // Only the title may have changed: then the text goes over it unharmed.
      if (now.body === base.body) {
        await saveText(client, now, { body: text });
        leave();
      } else setTheirs(now);
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submit();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <div>
      {theirs ? (
        <p role="alert">
          <strong>Somebody saved another text meanwhile.</strong> Both are below; nothing is lost. Put
          together what should stand, then save.
        </p>
      ) : null}
      <div className={theirs ? classes.both : undefined}>
        {theirs ? (
          <Textarea label="Theirs, saved" readOnly autosize minRows={4} maxRows={24} value={theirs.body} />
        ) : null}
        <Textarea
          {...(theirs ? { label: "Yours" } : { "aria-label": "Description" })}
          autosize
          minRows={4}
          maxRows={24}
          placeholder="Markdown: **bold**, - list, [link](https://...)"
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          autoFocus
        />
      </div>
      <Refusal problem={problem} />
      <Group gap="xs" mt={6}>
        <Button size="compact-md" loading={busy} onClick={() => void submit()}>
          {theirs ? "Save mine instead" : "Save"}
        </Button>
        {theirs ? (
          <Button
            size="compact-md"
            variant="default"
            onClick={() => {
              setBase(theirs);
              leave();
            }}
          >
            Keep theirs
          </Button>
        ) : (
          <Button size="compact-md" variant="default" onClick={text === base.body ? leave : onClose}>
            {text === base.body ? "Close" : "Close, keep draft"}
          </Button>
        )}
        {text === base.body || theirs ? null : (
          <Button size="compact-md" variant="subtle" color="gray" onClick={leave}>
            Drop draft
          </Button>
        )}
      </Group>
    </div>
  );
}
