/** The room's door to the web: types only. */
export type { ProjectView } from "./projects/projects.view.ts";
