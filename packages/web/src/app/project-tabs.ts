/** The places of a project in the order of their tabs; `key` follows G on the keyboard. */
const PROJECT_TABS = [
  { to: "/p/$projectKey", label: "Overview", key: "o" },
  { to: "/p/$projectKey/roadmap", label: "Roadmap", key: "r" },
  { to: "/p/$projectKey/review", label: "Review", key: "v" },
  { to: "/p/$projectKey/trend", label: "Trend", key: "d" },
  { to: "/p/$projectKey/board", label: "Board", key: "b" },
  { to: "/p/$projectKey/plan", label: "Plan", key: "l" },
  { to: "/p/$projectKey/requests", label: "Requests", key: "q" },
  { to: "/p/$projectKey/updates", label: "Updates", key: "u" },
  { to: "/p/$projectKey/approvals", label: "Approvals", key: "a" },
  { to: "/p/$projectKey/talk", label: "Talk", key: "m" },
  { to: "/p/$projectKey/files", label: "Files", key: "f" },
  { to: "/p/$projectKey/risks", label: "Risks", key: "k" },
] as const;

/** The board's cards in other views: no tabs, but places all the same. */
const BOARD_VIEWS = [
  { to: "/p/$projectKey/list", label: "List", key: "s" },
  { to: "/p/$projectKey/calendar", label: "Calendar", key: "c" },
  { to: "/p/$projectKey/archive", label: "Archive", key: "x" },
] as const;

type Tab = (typeof PROJECT_TABS)[number];

/** A guest works on the cards that carry them: the plan and the project's talk are the team's. */
export function projectTabs(isGuest: boolean): readonly Tab[] {
  return isGuest ? PROJECT_TABS.filter(({ key }) => key === "o" || key === "b") : PROJECT_TABS;
}

/** All that keys and the command menu lead to. */
export function projectPlaces(isGuest: boolean): readonly (Tab | (typeof BOARD_VIEWS)[number])[] {
  return [...projectTabs(isGuest), ...BOARD_VIEWS];
}
