import { boardRoutes } from "./board.routes.ts";
import { cardFieldRoutes } from "./card-fields.routes.ts";
import { cardLinkRoutes } from "./card-links.routes.ts";
import { cardListRoutes } from "./card-lists.routes.ts";
import { cardRoutes } from "./cards.routes.ts";
import { checklistRoutes } from "./checklist.routes.ts";
import { columnRoutes } from "./columns.routes.ts";
import { labelRoutes } from "./labels.routes.ts";
import { promotionRoutes } from "./promotion.routes.ts";
import { startProjectRoutes } from "./start-project.routes.ts";

/** Everything of the board room, in the order of its documentation. */
export const BOARD_ROUTES = [
  ...startProjectRoutes,
  ...boardRoutes,
  ...cardRoutes,
  ...cardFieldRoutes,
  ...cardListRoutes,
  ...cardLinkRoutes,
  ...checklistRoutes,
  ...columnRoutes,
  ...labelRoutes,
  ...promotionRoutes,
];
