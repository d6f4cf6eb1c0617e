import { MilestoneDialogs } from "../milestones/milestone-dialogs.tsx";
import { RoadmapPage } from "../roadmap/roadmap.page.tsx";
import { Moments } from "./moments.tsx";

/** The road, and what its rows ask. */
export function RoadmapScreen() {
  return (
    <>
      <Moments />
      <RoadmapPage />
      <MilestoneDialogs />
    </>
  );
}
