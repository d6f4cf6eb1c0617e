import { AddedScope } from "../change-requests/added-scope.tsx";
import { WaitingWishes } from "../change-requests/waiting-wishes.tsx";
import { WaitingForClient } from "../client-requests/waiting-for-client.tsx";
import { useIsGuest } from "../lib/session.ts";
import { OverviewPage } from "../projects/overview.page.tsx";
import { Moments } from "./moments.tsx";

/** The overview with the nouns that stand on it. */
export function OverviewScreen() {
  const isGuest = useIsGuest();
  const facts = isGuest ? null : (
    <>
      <WaitingWishes />
      <WaitingForClient />
      <AddedScope />
    </>
  );
  return (
    <>
      <Moments />
      <OverviewPage waiting={facts} />
    </>
  );
}
