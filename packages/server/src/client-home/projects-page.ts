import { createElement } from "react";
import { type HousePage, opensFor } from "../portal/house-page.ts";
import { planOf } from "./client-plan.ts";
import { readNeeds } from "./needs.ts";
import { type ProjectCard, ProjectsPage } from "./projects.page.tsx";

/** One home over several projects: how each stands, and where something waits. */
export const projectsPage: HousePage = {
  async show(visit) {
    const { projects, visitor, read, say } = visit;
    const cards = await read(async (tx) => {
      const made: ProjectCard[] = [];
      for (const project of projects) {
        if (!opensFor(visitor, project)) {
          made.push({ project, plan: null, waiting: 0 });
          continue;
        }
        const { mine } = await readNeeds(tx, project.id, visitor.personId);
        made.push({ project, plan: await planOf(tx, project.id), waiting: mine.length });
      }
      return made;
    });
    return { title: say("Your projects"), body: createElement(ProjectsPage, { visit, cards }) };
  },
};
