/** The room's door to the web: types of what OpenAPI does not describe. */
export type { LiveMessage } from "./events/live-message.ts";
