import { Button, CloseButton, Group, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "../lib/api.ts";
import type { CardDetail } from "../lib/board-query.ts";
import { offerUndo, sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import classes from "./card-view.module.css";
import { refreshCard } from "./checklist-acts.ts";

const add = (cardId: string, link: { url: string; title: string }) =>
  answer(api.POST("/api/v1/cards/{cardId}/links", { params: { path: { cardId } }, body: link }));

const drop = (cardId: string, linkId: string) =>
  answer(api.DELETE("/api/v1/cards/{cardId}/links/{linkId}", { params: { path: { cardId, linkId } } }));

/** Web addresses that belong to the card. */
export function LinksField({ card }: { card: CardDetail }) {
  const client = useQueryClient();
  const [url, setUrl] = useState("");
  const [title, setTitle] = useState("");
  const { submit, busy, problem, field } = useSubmit(async () => {
    if (!url.trim()) return;
    const full = /^[a-z]+:/i.test(url.trim()) ? url.trim() : `https://${url.trim()}`;
    await add(card.id, { url: full, title });
    setUrl("");
    setTitle("");
    await refreshCard(client, card);
  });
  const remove = async (link: CardDetail["links"][number]) => {
    await drop(card.id, link.id);
    await refreshCard(client, card);
    offerUndo("Link removed", async () => {
      await add(card.id, { url: link.url, title: link.title });
      await refreshCard(client, card);
    });
  };
  return (
    <div>
      <ul className={classes.items}>
        {card.links.map((link) => (
          <li key={link.id} className={classes.item}>
            <a href={link.url} target="_blank" rel="noopener noreferrer nofollow">
              {link.title || link.url}
            </a>
            <CloseButton
              size={28}
              aria-label={`Remove ${link.title || link.url}`}
              onClick={() => void remove(link).catch((error) => sayProblem(error))}
            />
          </li>
        ))}
      </ul>
      <Form onSend={submit}>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <TextInput
            aria-label="Web address"
            placeholder="https://"
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
            error={field("url")}
            style={{ flex: 2 }}
          />
          <TextInput
            aria-label="Title of the link"
            placeholder="Title"
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            style={{ flex: 1 }}
          />
          <Button type="submit" variant="default" loading={busy} disabled={!url.trim()}>
            Add
          </Button>
        </Group>
        <Refusal problem={field("url") ? null : problem} />
      </Form>
    </div>
  );
}
