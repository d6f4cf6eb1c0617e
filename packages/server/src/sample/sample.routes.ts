import { z } from "zod";
import { route } from "../access/route.ts";
import { addSample, removeSample, sample } from "./sample.ts";

const Sample = z
  .object({ project: z.object({ id: z.string(), key: z.string(), name: z.string() }).nullable() })
  .meta({ id: "Sample" });

export const sampleRoutes = [
  route({
    method: "GET",
    path: "/sample",
    id: "getSample",
    tag: "Sample",
    summary: "The sample project, if it is here",
    response: Sample,
    policy: { action: "project.create" },
    handle: (scope) => sample(scope),
  }),
  route({
    method: "POST",
    path: "/sample",
    id: "addSample",
    tag: "Sample",
    summary: "Add the sample project with its people and clients",
    response: Sample,
    policy: { action: "project.create" },
    handle: (scope) => addSample(scope),
  }),
  route({
    method: "DELETE",
    path: "/sample",
    id: "removeSample",
    tag: "Sample",
    summary: "Remove everything that the sample project brought",
    policy: { action: "project.delete" },
    handle: (scope) => removeSample(scope),
  }),
];
