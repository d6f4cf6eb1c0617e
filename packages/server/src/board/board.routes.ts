import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { boardOf, visibleBoard } from "./board.ts";
import { Board } from "./board.view.ts";
import { packedAnswer } from "./packed-answer.ts";

export const boardRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/board",
    id: "getBoard",
    tag: "Board",
    summary: "Everything the board shows, without texts; 304 while nothing changed",
    params: z.strictObject({ projectId: uuid() }),
    response: Board,
    policy: { action: "project.read", load: (scope, { params }) => visibleBoard(scope, params.projectId) },
    handle: async (scope, { known, packings }, access) =>
      packedAnswer(await boardOf(scope, access), known, packings),
  }),
];
