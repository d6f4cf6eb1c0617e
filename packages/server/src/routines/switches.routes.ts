import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { SWITCH_CODES } from "./switch-kinds.ts";
import { readSwitches, setSwitch } from "./switches.ts";
import { Switches, SwitchWish } from "./switches.view.ts";

const tag = "Board";

export const switchRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/switches",
    id: "listSwitches",
    tag,
    summary: "What Milepost does by itself in a project, who switched it on, and what it did last",
    params: z.strictObject({ projectId: uuid() }),
    response: Switches,
    policy: { action: "card.create", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, _input, { project }) => readSwitches(scope, project),
  }),
  route({
    method: "PUT",
    path: "/projects/{projectId}/switches/{switchCode}",
    id: "setSwitch",
    tag,
    summary: "Switch one on or off, or change its number",
    params: z.strictObject({ projectId: uuid(), switchCode: z.enum(SWITCH_CODES) }),
    body: SwitchWish,
    response: Switches,
    policy: { action: "board.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { params, body }, { project }) => setSwitch(scope, project, params.switchCode, body),
  }),
];
