import { z } from "zod";
import { CardContent } from "./card-content.view.ts";

/** What new cards of a project can begin with. */
export const CardTemplate = z
  .object({ id: z.string(), name: z.string(), content: CardContent, revision: z.int() })
  .meta({ id: "CardTemplate" });

export type CardTemplateView = z.infer<typeof CardTemplate>;
