import type { InboxItemView } from "./inbox.view.ts";
import { becauseOf, whatHappened } from "./reason-words.ts";
import type { ItemRow } from "./visible-items.store.ts";

export function presentItem(row: ItemRow): InboxItemView {
  const { id, happenings, key, projectId, projectName, milestoneId, milestoneNumber, milestoneTitle } = row;
  return {
    id,
    // The columns take no other words.
    category: row.category as InboxItemView["category"],
    reason: row.reason as InboxItemView["reason"],
    what: whatHappened(row),
    because: becauseOf(row),
    thing: {
      kind: kindOf(row),
      id: row.thingId,
      ref: refOf(row),
      title: titleOf(row),
      path: pathOf(row),
    },
    milestone:
      milestoneNumber === null || milestoneTitle === null || milestoneId === row.thingId
        ? null
        : { ref: `${key}-M${milestoneNumber}`, title: milestoneTitle },
    project: { id: projectId, key, name: projectName },
    happenings,
    at: row.lastAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
    doneAt: row.doneAt?.toISOString() ?? null,
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    muted: { thing: row.thingMuted, project: row.projectMuted },
  };
}

/** What warns is shown as what it warns of. */
function kindOf({ thingKind, number }: ItemRow): InboxItemView["thing"]["kind"] {
  if (thingKind === "warning") return number === null ? "project" : "milestone";
  // The column takes no other words.
  return thingKind as InboxItemView["thing"]["kind"];
}

function refOf(row: ItemRow): string | null {
  const kind = kindOf(row);
  if (kind === "card") return `${row.key}-${row.number}`;
  return kind === "milestone" ? `${row.key}-M${row.number}` : null;
}

/** What has no title of its own is called by what it is about. */
function titleOf({ thingKind, title, number, milestoneTitle, projectName }: ItemRow): string {
  if (thingKind === "proposal") return `Proposal: ${milestoneTitle ?? "a new milestone"}`;
  if (thingKind === "publication") return `Notice ${number}`;
  if (thingKind === "review") return `Review of ${projectName}`;
  return title;
}

const PLACES: Record<string, string> = {
  approval: "/approvals",
  clientRequest: "/requests",
  changeRequest: "/requests",
  proposal: "/input",
  publication: "/updates",
  checkIn: "/check-ins",
};

/** Where the team's app shows the thing. */
function pathOf(row: ItemRow): `/${string}` {
  const { key, number, onDate } = row;
  const kind = kindOf(row);
  if (kind === "card") return `/c/${key}-${number}`;
  if (kind === "milestone") return `/m/${key}-M${number}`;
  if (kind === "message") return `/p/${key.toLowerCase()}/updates/${row.thingId}`;
  if (kind === "review") return `/p/${key.toLowerCase()}/review/${onDate}`;
  return `/p/${key.toLowerCase()}${PLACES[kind] ?? ""}`;
}
