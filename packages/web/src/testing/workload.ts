import type { Shape } from "../lib/api.ts";

const nothing = { planned: 0, over: 0, away: 0, otherWork: 0, cards: [] };

/** Jo, who has promised too much in the second week, and Sam, who has nothing to do. */
export function busyWeeks(): Shape<"Workload"> {
  const weeks = ["2026-03-02", "2026-03-09"];
  const full = {
    weekOn: "2026-03-09",
    capacity: 480,
    planned: 1200,
    over: 720,
    away: 960,
    otherWork: 240,
    cards: [{ cardId: "0190-copy", minutes: 960, late: 480 }],
  };
  return {
    today: "2026-03-02",
    weeks,
    people: [
      { id: "0190-jo", name: "Jo", cells: [{ ...nothing, weekOn: "2026-03-02", capacity: 960 }, full] },
      { id: "0190-sam", name: "Sam", cells: weeks.map((weekOn) => ({ ...nothing, weekOn, capacity: 2400 })) },
    ],
    projects: [{ id: "0190-acme", key: "ACME", name: "Acme site", manages: false }],
    cards: [
      {
        id: "0190-copy",
        ref: "ACME-7",
        title: "Write the copy",
        projectId: "0190-acme",
        milestone: { id: "0190-ready", ref: "ACME-M1", title: "Copy approved" },
        targetOn: "2026-03-13",
        place: "todo",
        assigneeIds: ["0190-jo"],
      },
    ],
    notCounted: [],
  };
}
