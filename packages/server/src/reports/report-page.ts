import { createElement } from "react";
import { namesOf } from "../client-home/client-plan.store.ts";
import type { PortalTx } from "../db/database.ts";
import { attachmentHeader } from "../files/file-name.ts";
import { notFound } from "../kit/errors.ts";
import { pdfHouse } from "../portal/pdf-house.ts";
import { PDF_PAPERS, type PdfPaper } from "../portal/pdf-options.ts";
import type { PortalBody, ProjectPage } from "../portal/portal-page.ts";
import { read, type Visit } from "../portal/visit.ts";
import { NoReport, ReportPage } from "./report.page.tsx";
import { reportPdf } from "./report-pdf.ts";
import { findReport, listReports, newestReport, type PortalReportRow } from "./report-portal.store.ts";
import { ReportSnapshot } from "./report-snapshot.view.ts";
import { reportText } from "./report-words.ts";

const newestPage: ProjectPage = {
  path: "/portal/:workspace/:project/report",
  logged: "report",
  show: (visit) => showReport(visit, (tx) => newestReport(tx, visit.project.id)),
};

const onePage: ProjectPage = {
  path: "/portal/:workspace/:project/report/:n",
  logged: "report",
  async show(visit) {
    const shown = await showReport(visit, (tx) => numbered(tx, visit));
    if (shown.status === 404) throw notFound();
    return shown;
  },
};

/** The same on paper, as it was made. */
const paperPage: ProjectPage = {
  path: "/portal/:workspace/:project/report/:n/:paper",
  async show(visit) {
    const paper = paperAsked(visit);
    const { row, names } = await read(visit, async (tx) => ({
      row: await numbered(tx, visit),
      names: await namesOf(tx, visit.project.id),
    }));
    if (!paper || !row) throw notFound();
    const { say, project, services } = visit;
    const text = reportText({ say, names, snapshot: ReportSnapshot.parse(JSON.parse(row.snapshot)) });
    const house = await pdfHouse(services.kit.dataDir, project);
    return {
      bytes: await reportPdf(text, { say, house, paper, createdAt: row.createdAt }),
      headers: {
        "content-type": "application/pdf",
        "content-disposition": attachmentHeader(
          "inline",
          `${project.key.toLowerCase()}-report-${row.onDate}.pdf`,
        ),
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    };
  },
};

async function showReport(
  visit: Visit,
  find: (tx: PortalTx) => Promise<PortalReportRow | undefined>,
): Promise<PortalBody> {
  const { say, project } = visit;
  const { row, all, names } = await read(visit, async (tx) => ({
    row: await find(tx),
    all: await listReports(tx, project.id),
    names: await namesOf(tx, project.id),
  }));
  const title = say("Status report");
  if (!row) return { title, at: "updates", body: createElement(NoReport, { visit }), status: 404 };
  const snapshot = ReportSnapshot.parse(JSON.parse(row.snapshot));
  const text = reportText({ say, snapshot, names });
  const earlier = all.filter(({ n }) => n !== row.n);
  return {
    title,
    at: "updates",
    body: createElement(ReportPage, { visit, text, n: row.n, paper: snapshot.paper, earlier }),
  };
}

function numbered(tx: PortalTx, { request, project }: Visit): Promise<PortalReportRow | undefined> {
  const { n = "" } = request.params as { n?: string };
  if (!/^[1-9]\d{0,5}$/.test(n)) throw notFound();
  return findReport(tx, project.id, Number(n));
}

function paperAsked({ request }: Visit): PdfPaper | undefined {
  const { paper = "" } = request.params as { paper?: string };
  const name = /^(\w+)\.pdf$/.exec(paper)?.[1];
  return name !== undefined && Object.hasOwn(PDF_PAPERS, name) ? (name as PdfPaper) : undefined;
}

export const reportPages: readonly ProjectPage[] = [newestPage, onePage, paperPage];
