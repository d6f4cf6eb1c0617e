import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { endSeries, seriesOf, setSeries } from "../projects/review-series.ts";
import { minutesOf } from "../projects/rhythm.ts";
import { keepOccurrence } from "./occurrences.ts";
import { comingReviews, readSeries } from "./read-series.ts";
import { ComingReviews, ReviewSeries, SeriesPreview, SeriesWish } from "./review-series.view.ts";

const InProject = z.strictObject({ projectId: uuid() });
const tag = "Reviews";

export const reviewSeriesRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/review-series",
    id: "getReviewSeries",
    tag,
    summary: "When a project is reviewed and with whom, and the next three dates",
    params: InProject,
    response: ReviewSeries,
    policy: { action: "approval.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, _input, { project }) => readSeries(scope, project),
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/review-series/preview",
    id: "previewReviewSeries",
    tag,
    summary: "The next three dates that a cadence would have",
    params: InProject,
    query: SeriesPreview,
    response: ComingReviews,
    policy: { action: "approval.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { query }, { project }) => ({
      items: await comingReviews(scope, project.id, query),
    }),
  }),
  route({
    method: "PUT",
    path: "/projects/{projectId}/review-series",
    id: "setReviewSeries",
    tag,
    summary: "Say when a project is reviewed and with whom",
    params: InProject,
    body: SeriesWish,
    response: ReviewSeries,
    policy: { action: "project.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { body: { at, revision, ...wish } }, { project }) => {
      await setSeries(scope, project.id, revision, { ...wish, atMinutes: minutesOf(at) });
      await keepOccurrence(scope, project.id, { again: true });
      return readSeries(scope, project);
    },
  }),
  route({
    method: "DELETE",
    path: "/projects/{projectId}/review-series",
    id: "endReviewSeries",
    tag,
    summary: "Review this project no more; what was held stays",
    status: 204,
    params: InProject,
    policy: { action: "project.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) => {
      const series = await seriesOf(scope, project.id);
      if (series === null) return;
      await endSeries(scope, project.id, series.revision);
      await keepOccurrence(scope, project.id);
    },
  }),
];
