import type { AnyRoute } from "../access/route.ts";
import { BOARD_ROUTES } from "../board/routes.ts";
import { milestoneRoutes } from "../milestones/milestones.routes.ts";
import { objectiveRoutes } from "../objectives/objectives.routes.ts";
import { planRoutes } from "../plan/plan.routes.ts";
import { projectRoutes } from "../projects/projects.routes.ts";

/** Every route of /api/v1, noun by noun; the authorisation matrix is generated from this table. */
export const ROUTES: readonly AnyRoute[] = [...projectRoutes, ...objectiveRoutes, ...milestoneRoutes, ...BOARD_ROUTES, ...planRoutes];
