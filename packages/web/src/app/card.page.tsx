import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useLoaderData, useNavigate, useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { useCardButtonKeys } from "../cards/card-buttons.tsx";
import { FIELD_KEYS } from "../cards/card-keys.ts";
import { useCardByRef } from "../cards/find-card.ts";
import { boardQuery } from "../lib/board-query.ts";
import { CurrentProject } from "../lib/current-project.ts";
import { useKeys } from "../lib/keyboard.ts";
import { useNoted } from "../lib/recent-things.ts";
import { useTitle } from "../lib/title.ts";
import { Page } from "../ui/page.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { WholeCard } from "./card-parts.tsx";
import { useProjectKeys } from "./use-project-keys.ts";

/** A card as a page of its own. */
export function CardPage() {
  const project = useLoaderData({ from: "/c/$ref" });
  const { ref } = useParams({ from: "/c/$ref" });
  const board = useSuspenseQuery(boardQuery(project.id)).data;
  const { card, waiting } = useCardByRef(board, ref);
  const navigate = useNavigate();
  const projectKey = project.key.toLowerCase();
  useTitle(card?.title, ref.toUpperCase());
  useNoted(card ? ref : undefined);
  const pressing = useCardButtonKeys(project.id, card?.id);
  useKeys(
    "Card",
    useMemo(() => [...FIELD_KEYS, ...pressing], [pressing]),
  );
  useProjectKeys(projectKey);
  const toBoard = () => void navigate({ to: "/p/$projectKey/board", params: { projectKey } });
  return (
    <CurrentProject value={project}>
      <Page
        narrow
        title={ref.toUpperCase()}
        lead={
          <Link to="/p/$projectKey/board" params={{ projectKey }}>
            {project.name}, board
          </Link>
        }
      >
        {card ? <WholeCard key={card.id} board={board} card={card} onGone={toBoard} /> : null}
        {!card && waiting ? <Waiting rows={8} /> : null}
        {!card && !waiting ? <p>There is no such card that you can see. It may have been deleted.</p> : null}
      </Page>
    </CurrentProject>
  );
}
