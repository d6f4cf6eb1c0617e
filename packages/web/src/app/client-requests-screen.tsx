import { useSuspenseQuery } from "@tanstack/react-query";
import { ChangeList } from "../change-requests/change-list.tsx";
import { ClientRequestsPage } from "../client-requests/client-requests.page.tsx";
import { useProject } from "../lib/current-project.ts";
import { planQuery } from "../lib/plan-query.ts";

/** What we asked the client for, and what the client asked us for. */
export function ClientRequestsScreen() {
  const plan = useSuspenseQuery(planQuery(useProject().id)).data;
  return <ClientRequestsPage wishes={<ChangeList plan={plan} />} />;
}
