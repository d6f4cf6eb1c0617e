import { Button, Group, Menu, NativeSelect } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { answer, api } from "../lib/api.ts";
import type { Board, BoardCard, CardDetail } from "../lib/board-query.ts";
import { act, archiveAct } from "../lib/card-acts.ts";
import { moveCard } from "../lib/card-moves.ts";
import { trashCard } from "../lib/card-trash.ts";
import { takeIn } from "../lib/card-writes.ts";
import { useManages } from "../lib/current-project.ts";
import { late } from "../lib/late.ts";
import { keys } from "../lib/query-keys.ts";
import { useIsGuest } from "../lib/session.ts";
import { offerUndo, sayDone, sayProblem } from "../lib/undo.tsx";
import { MuteItem } from "../ui/mute-item.tsx";
import { owned } from "./field-props.ts";
import { WatchButton } from "./watch-button.tsx";

const SaveTemplate = late(async () => (await import("../ui/save-template.tsx")).SaveTemplate);

interface CardActsProps {
  board: Board;
  card: BoardCard;
  detail: CardDetail | null;
  onGone: () => void;
}

/** Where the card stands, and what can become of it as a whole. */
export function CardActs({ board, card, detail, onGone }: CardActsProps) {
  const client = useQueryClient();
  const manages = useManages();
  const guest = useIsGuest();
  const navigate = useNavigate();
  const [saving, setSaving] = useState(false);
  const ref = `${board.project.key}-${card.number}`;
  const mine = owned({ board, card });
  const refresh = () => client.invalidateQueries({ queryKey: keys.project(board.project.id) });
  const gone = (act: Promise<boolean>) => void act.then((done) => done && onGone());
  const promote = async () => {
    const milestone = await answer(
      api.POST("/api/v1/cards/{cardId}/promote", { params: { path: { cardId: card.id } } }),
    );
    onGone();
    await refresh();
    offerUndo(`${ref} is a milestone now`, async () => {
      await answer(
        api.POST("/api/v1/milestones/{milestoneId}/demote", {
          params: { path: { milestoneId: milestone.id } },
          body: card.columnId ? { columnId: card.columnId } : {},
        }),
      );
      await refresh();
    });
  };
  return (
    <Group gap="xs" justify="space-between">
      <div data-card-field="column">
        <Place board={board} card={card} detail={detail} />
      </div>
      <Group gap="xs">
        {detail ? <WatchButton card={detail} people={board.people} /> : null}
        <Button
          size="compact-md"
          variant="default"
          onClick={() =>
            void navigator.clipboard
              .writeText(new URL(`/c/${ref}`, location.href).href)
              .then(() => sayDone("Link copied"))
          }
        >
          Copy link
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              size="compact-md"
              variant="default"
              rightSection={<IconDots size={16} aria-hidden />}
              aria-label={`More for ${ref}`}
            >
              More
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {manages ? (
              <Menu.Item onClick={() => void promote().catch((error) => sayProblem(error))}>
                Make it a milestone
              </Menu.Item>
            ) : null}
            {guest ? null : (
              <Menu.Item
                onClick={() =>
                  void navigate({
                    to: "/p/$projectKey/routines",
                    params: { projectKey: board.project.key.toLowerCase() },
                    search: { card: card.id },
                  })
                }
              >
                Repeat this card...
              </Menu.Item>
            )}
            {guest ? null : <Menu.Item onClick={() => setSaving(true)}>Save as a template...</Menu.Item>}
            <MuteItem thing={{ kind: "card", id: card.id, title: card.title }} />
            {detail?.archivedAt ? null : (
              <Menu.Item onClick={() => gone(act(client, archiveAct(mine)))}>Archive</Menu.Item>
            )}
            <Menu.Item onClick={() => gone(trashCard(client, mine))}>Delete</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {saving ? <SaveTemplate board={board} card={card} onClose={() => setSaving(false)} /> : null}
      </Group>
    </Group>
  );
}

const LATER = "later";

function Place({ board, card, detail }: Omit<CardActsProps, "onGone">) {
  const client = useQueryClient();
  const later = detail?.place === "later";
  const from = later ? "later" : "board";
  const column = board.columns.find(({ id }) => id === card.columnId) ?? null;
  const unarchive = async () => {
    try {
      takeIn(
        client,
        await answer(
          api.POST("/api/v1/cards/{cardId}/unarchive", { params: { path: { cardId: card.id } }, body: {} }),
        ),
      );
      await client.invalidateQueries({ queryKey: keys.project(board.project.id) });
    } catch (error) {
      sayProblem(error);
    }
  };
  if (detail?.archivedAt)
    return (
      <Button size="compact-md" variant="default" onClick={() => void unarchive()}>
        Archived: bring back
      </Button>
    );
  const columns = board.columns.map(({ id, name }) => ({ value: id, label: name }));
  const move = async (value: string) => {
    const to = board.columns.find(({ id }) => id === value) ?? null;
    await moveCard(client, owned({ board, card }), { column: to }, { column: later ? null : column }, from);
    await client.invalidateQueries({ queryKey: keys.project(board.project.id, "elsewhere") });
  };
  return (
    <NativeSelect
      aria-label="Column"
      size="xs"
      data={[...columns, { value: LATER, label: "Later list" }]}
      value={later ? LATER : (card.columnId ?? "")}
      onChange={(event) => void move(event.currentTarget.value)}
    />
  );
}
