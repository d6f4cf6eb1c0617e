import { MilestoneDialogs } from "../milestones/milestone-dialogs.tsx";
import { RoadmapPage } from "../roadmap/roadmap.page.tsx";

/** The road, and what its rows ask. */
export function RoadmapScreen() {
  return (
    <>
      <RoadmapPage />
      <MilestoneDialogs />
    </>
  );
}
