import { Group, Tabs } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Activity } from "../cards/activity.tsx";
import { CardView } from "../cards/card-view.tsx";
import { EditFields } from "../fields/edit-fields.tsx";
import { Files } from "../files/files.tsx";
import type { Board, BoardCard } from "../lib/board-query.ts";
import { act, coverAct } from "../lib/card-acts.ts";
import { useProject } from "../lib/current-project.ts";
import { useIsGuest } from "../lib/session.ts";
import type { TalkSubject } from "../talk/talk.api.ts";
import { Talk } from "../talk/talk.tsx";
import { CardTime } from "../time/card-time.tsx";

/** A card with its files, both threads and its history. */
export function WholeCard({ board, card, onGone }: { board: Board; card: BoardCard; onGone: () => void }) {
  const subject = { kind: "card" as const, id: card.id, projectId: board.project.id };
  const isGuest = useIsGuest();
  const { clientId } = useProject();
  const client = useQueryClient();
  const cover = {
    fileId: card.coverFileId,
    onChange: (fileId: string | null) =>
      void act(client, coverAct({ ...card, projectId: board.project.id }, fileId)),
  };
  const withClient = clientId !== null && !isGuest;
  return (
    <CardView
      board={board}
      card={card}
      onGone={onGone}
      files={<Files subject={subject} cover={cover} />}
      time={<CardTime card={card} people={board.people} />}
      fields={
        isGuest ? null : (
          <Group>
            <EditFields projectId={board.project.id} isFirst={board.fields.length === 0} />
          </Group>
        )
      }
      talk={
        <>
          <CardTalk subject={subject} withClient={withClient} />
          <Activity board={board} cardId={card.id} />
        </>
      }
    />
  );
}

function CardTalk({ subject, withClient }: { subject: TalkSubject; withClient: boolean }) {
  const [tab, setTab] = useState<string | null>("team");
  const toClient = withClient ? { onToClient: () => setTab("client") } : {};
  return (
    <Tabs value={tab} onChange={setTab} keepMounted={false}>
      <Tabs.List mb="sm">
        <Tabs.Tab value="team">Team talk</Tabs.Tab>
        {withClient ? <Tabs.Tab value="client">Client talk</Tabs.Tab> : null}
      </Tabs.List>
      <Tabs.Panel value="team">
        <Talk subject={subject} audience="team" {...toClient} />
      </Tabs.Panel>
      <Tabs.Panel value="client">
        <Talk subject={subject} audience="client" />
      </Tabs.Panel>
    </Tabs>
  );
}
