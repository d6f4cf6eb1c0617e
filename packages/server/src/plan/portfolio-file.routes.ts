import { z } from "zod";
import { Answer, route } from "../access/route.ts";
import { readPortfolio } from "./portfolio.ts";
import { chosen, FILE_GROUPS, portfolioCsv, portfolioPdf } from "./portfolio-file.ts";

export const portfolioFileRoutes = [
  route({
    method: "GET",
    path: "/portfolio/file",
    id: "exportPortfolio",
    tag: "Overview",
    summary: "Your projects as a file, CSV or PDF; what needs somebody most comes first",
    query: z.strictObject({
      format: z.enum(["csv", "pdf"]),
      /** Keys with commas between them; all projects without it. */
      keys: z.string().max(4_000).optional(),
      group: z.enum(FILE_GROUPS).optional(),
    }),
    policy: { action: "view.use" },
    handle: async (scope, { query: { format, keys, group } }) => {
      const view = await readPortfolio(scope);
      const projects = chosen(view, keys === undefined ? null : keys.split(","));
      const file =
        format === "csv"
          ? portfolioCsv(projects)
          : await portfolioPdf(scope, { projects, today: view.today, group });
      return new Answer(200, file, {
        "content-type": format === "csv" ? "text/csv; charset=utf-8" : "application/pdf",
        "content-disposition": `attachment; filename="portfolio-${view.today}.${format}"`,
        "cache-control": "private, no-store",
      });
    },
  }),
];
