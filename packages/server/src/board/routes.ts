import { boardRoutes } from "./board.routes.ts";
import { cardRoutes } from "./cards.routes.ts";

/** Everything of the board room, in the order of its documentation. */
export const BOARD_ROUTES = [...boardRoutes, ...cardRoutes];
