import { Button, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { boardQuery } from "../lib/board-query.ts";
import { useProject } from "../lib/current-project.ts";
import { todayIn } from "../lib/dates.ts";
import { hasFormDraft } from "../lib/form-draft.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { ButtonList } from "./button-list.tsx";
import { NewRecurring } from "./new-recurring.tsx";
import { RecurringItem } from "./recurring-item.tsx";
import { recurringQuery } from "./routines.api.ts";
import { SwitchList } from "./switch-list.tsx";

/** `/p/acme/routines`: what comes back on the board, and what follows from work by itself; `?card=` begins with what that card holds. */
export function RoutinesPage() {
  const { id, name } = useProject();
  useTitle("Routines", name);
  const { card } = useSearch({ strict: false });
  const navigate = useNavigate();
  const list = useQuery(recurringQuery(id));
  const board = useQuery(boardQuery(id));
  const adding = useInPlace(hasFormDraft(`recurring.new.${id}`));
  const isOpen = adding.isOpen || card !== undefined;
  const problem = list.error ?? board.error;
  const close = () => {
    adding.close();
    void navigate({ to: ".", search: {}, replace: true });
  };
  const add = (
    <Button onClick={adding.open} disabled={isOpen} autoFocus={adding.hasReturned}>
      Add a recurring card
    </Button>
  );
  const isReady = list.data !== undefined && board.data !== undefined;
  return (
    <Page
      narrow
      title="Routines"
      lead="What Milepost does for you: cards that come back, each made once on its day, and what follows from your work."
      actions={isReady && list.data.items.length > 0 ? add : null}
    >
      {problem ? <Refusal problem={problem} /> : null}
      {isReady ? (
        <Stack gap="md">
          {isOpen ? (
            <NewRecurring
              key={card ?? "new"}
              board={board.data}
              zone={list.data.zone}
              today={todayIn(list.data.zone)}
              cardId={card ?? null}
              onClose={close}
            />
          ) : null}
          {list.data.items.map((recurring) => (
            <RecurringItem
              key={recurring.id}
              board={board.data}
              zone={list.data.zone}
              recurring={recurring}
            />
          ))}
          {list.data.items.length === 0 && !isOpen ? (
            <EmptyState title="What do you do again and again?" action={add}>
              “Check the backups”, every Monday at 09:00, for Jo. Said once, the card stands on the board in
              time.
            </EmptyState>
          ) : null}
        </Stack>
      ) : problem ? null : (
        <Waiting rows={4} />
      )}
      <SwitchList />
      {board.data ? <ButtonList board={board.data} /> : null}
    </Page>
  );
}
