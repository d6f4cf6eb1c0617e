import { createRoute, redirect } from "@tanstack/react-router";
import { approvalsRoute } from "./approvals.routes.ts";
import { archiveRoute, boardRoute, calendarRoute, cardRoute, listRoute } from "./board.routes.ts";
import { cardTemplatesRoute } from "./card-templates.routes.ts";
import { checkInsRoute } from "./check-ins.routes.ts";
import { clientRequestsRoute } from "./client-requests.routes.ts";
import { projectFilesRoute } from "./files.routes.ts";
import { importRoute } from "./import.routes.ts";
import { inboxRoute } from "./inbox.routes.ts";
import { inputRoute } from "./input.routes.ts";
import { milestoneRoute } from "./milestone.routes.ts";
import { paymentsRoute } from "./payments.routes.ts";
import { assistantRoute, planRoute, risksRoute } from "./plan.routes.ts";
import { portfolioRoute, roadsRoute, startRoute } from "./portfolio.routes.ts";
import { headPageRoute, newProjectRoute, overviewRoute, projectRoute } from "./project.routes.ts";
import { projectMailsRoute } from "./project-mails.routes.ts";
import { projectTalkRoute } from "./project-talk.routes.ts";
import { publishRoute } from "./publish.routes.ts";
import { qualityRoute } from "./quality.routes.ts";
import { reportRoute } from "./report.routes.ts";
import { retrospectiveRoute } from "./retrospective.routes.ts";
import { datedReviewRoute, dueReviewsRoute, reviewRoute, rhythmRoute } from "./review.routes.ts";
import { roadmapRoute } from "./roadmap.routes.ts";
import { rootRoute } from "./root.routes.ts";
import { routinesRoute } from "./routines.routes.ts";
import { searchRoute } from "./search.routes.ts";
import { settingsRoutes } from "./settings.routes.ts";
import { editTemplateRoute, galleryRoute, templateRoute } from "./templates.routes.ts";
import { projectTimeRoute, timeRoute } from "./time.routes.ts";
import { todayRoute } from "./today.routes.ts";
import { trendRoute } from "./trend.routes.ts";
import { messageRoute, newMessageRoute, updatesRoute } from "./updates.routes.ts";
import { workloadRoute } from "./workload.routes.ts";

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/portfolio" });
  },
});

/** Every address of the team app, place by place. */
export const routeTree = rootRoute.addChildren([
  homeRoute,
  portfolioRoute,
  roadsRoute,
  todayRoute,
  timeRoute,
  inboxRoute,
  searchRoute,
  workloadRoute,
  dueReviewsRoute,
  paymentsRoute,
  galleryRoute,
  templateRoute,
  editTemplateRoute,
  startRoute,
  newProjectRoute,
  importRoute,
  milestoneRoute,
  settingsRoutes,
  cardRoute,
  projectRoute.addChildren([
    overviewRoute,
    headPageRoute,
    roadmapRoute,
    qualityRoute,
    publishRoute,
    reportRoute,
    inputRoute,
    approvalsRoute,
    retrospectiveRoute,
    projectTimeRoute,
    trendRoute,
    reviewRoute,
    datedReviewRoute,
    rhythmRoute,
    checkInsRoute,
    routinesRoute,
    cardTemplatesRoute,
    boardRoute,
    listRoute,
    calendarRoute,
    archiveRoute,
    planRoute,
    assistantRoute,
    projectTalkRoute,
    projectFilesRoute,
    updatesRoute,
    messageRoute,
    newMessageRoute,
    projectMailsRoute,
    risksRoute,
    clientRequestsRoute,
  ]),
]);
