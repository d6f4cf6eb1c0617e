import { boardActRows } from "./board-acts.bench.ts";
import { boardPageRows } from "./board-page.bench.ts";
import { cardOpenRows } from "./card-open.bench.ts";
import { clientPageRows } from "./client-pages.bench.ts";
import { httpRows } from "./http.bench.ts";
import { listPageRows } from "./list-page.bench.ts";
import { noticeRows } from "./notices.bench.ts";
import { planningRows } from "./planning.bench.ts";
import { portfolioRows } from "./portfolio.bench.ts";
import { reportRows } from "./report.bench.ts";
import { reviewRows } from "./review.bench.ts";
import { printRows, type Row } from "./row.ts";
import { searchRows } from "./search.bench.ts";
import { sizeRows } from "./size.bench.ts";

const GROUPS: Record<string, () => Promise<Row[]>> = {
  planning: planningRows,
  http: httpRows,
  board: boardPageRows,
  acts: boardActRows,
  card: cardOpenRows,
  list: listPageRows,
  size: sizeRows,
  client: clientPageRows,
  portfolio: portfolioRows,
  review: reviewRows,
  notices: noticeRows,
  report: reportRows,
  search: searchRows,
};

const wanted = process.argv[2];
for (const [name, rows] of Object.entries(GROUPS)) {
  if (wanted && wanted !== name) continue;
  console.log(`\n${name}`);
  printRows(await rows());
}
