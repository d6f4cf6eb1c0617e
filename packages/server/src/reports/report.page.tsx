import { Glyph, State } from "../client-home/glyph.page.tsx";
import type { PdfPaper } from "../portal/pdf-options.ts";
import { portalHref, type Visit } from "../portal/visit.ts";
import type { ReportHead } from "./report-portal.store.ts";
import type { RoadRow } from "./report-road.ts";
import type { ReportText } from "./report-words.ts";

interface ReportPageProps {
  visit: Visit;
  text: ReportText;
  n: number;
  paper: PdfPaper;
  earlier: readonly ReportHead[];
}

/** What somebody would forward: the same words as on paper and in the mail, and the earlier ones below. */
export function ReportPage({ visit, text, n, paper, earlier }: ReportPageProps) {
  const { say } = visit;
  return (
    <>
      <article className="report">
        <h1>{text.title}</h1>
        <p className="ask">{text.headline}</p>
        <p>
          <State say={say} word={text.word} /> {text.standing}
        </p>
        <p className="hint">{text.dated}</p>
        {text.age ? <p>{text.age}</p> : null}
        <Road road={text.road} />
        {text.sections.map(({ heading, lines }, at) => (
          <section key={heading} aria-labelledby={`part-${at}`}>
            <h2 id={`part-${at}`}>{heading}</h2>
            <Lines lines={lines} />
          </section>
        ))}
        <Table table={text.table} />
      </article>
      <OnPaper visit={visit} n={n} paper={paper} />
      <Earlier visit={visit} reports={earlier} />
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  const [only] = lines;
  if (lines.length === 1) return <p>{only}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Road({ road }: { road: ReportText["road"] }) {
  if (road.rows.length === 0) return null;
  return (
    <section aria-labelledby="road">
      <h2 id="road">{road.heading}</h2>
      <ol className="road">
        {road.rows.map((row, at) => (
          <Stone key={row.id} row={row} road={road} walked={road.rows[at + 1]?.isReached ?? false} />
        ))}
      </ol>
      {road.more ? <p className="hint">{road.more}</p> : null}
    </section>
  );
}

interface StoneProps {
  row: RoadRow;
  road: ReportText["road"];
  walked: boolean;
}

function Stone({ row, road: { head, today }, walked }: StoneProps) {
  const { name, word, state, date, baseline, expected, isReached } = row;
  const facts = [
    isReached ? date : `${state} · ${date}`,
    baseline && head.baseline ? `${head.baseline}: ${baseline}` : "",
    expected && head.expected ? `${head.expected}: ${expected}` : "",
  ];
  return (
    <li className={walked ? "walked" : "ahead"}>
      <Glyph word={word} size={27} />
      <strong>{name}</strong>
      <small>{facts.filter((fact) => fact !== "").join(" · ")}</small>
      <Track row={row} today={today} />
    </li>
  );
}

const LONG = 300;

/** What was agreed is a ring, the date a diamond, the day by which it is expected the end of a band; the words beside it say the same. */
function Track({ row: { at }, today }: { row: RoadRow; today: number }) {
  const x = (share: number) => Math.round(share * LONG * 10) / 10;
  const { baseline, date, expected } = at;
  return (
    <svg className="track" viewBox={`0 0 ${LONG} 14`} aria-hidden="true">
      <path d={`M0 7H${LONG}`} className="quiet" />
      <path d={`M${x(today)} 0V14`} strokeDasharray="2 2" />
      {date !== null && expected !== null ? (
        <rect x={x(Math.min(date, expected))} y="4" width={x(Math.abs(expected - date))} height="6" />
      ) : null}
      {date !== null && baseline !== null ? (
        <path d={`M${x(baseline)} 7H${x(date)}`} strokeWidth="1.6" />
      ) : null}
      {baseline === null ? null : <circle cx={x(baseline)} cy="7" r="3.4" />}
      {date === null ? null : <path d={`M${x(date)} 2.6l4.4 4.4-4.4 4.4-4.4-4.4z`} className="full" />}
    </svg>
  );
}

function Table({ table: { heading, head, rows } }: Pick<ReportText, "table">) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="table" className="sheet">
      <h2 id="table">{heading}</h2>
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={head[at + 1]} data-head={cell && head[at + 1]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function OnPaper({ visit, n, paper }: Pick<ReportPageProps, "visit" | "n" | "paper">) {
  const { say } = visit;
  const other = paper === "a4" ? "letter" : "a4";
  return (
    <p className="screen stack">
      <a className="button plain" href={portalHref(visit, `/report/${n}/${paper}.pdf`)}>
        {say("Keep it as PDF")}
      </a>
      <a className="row-link" href={portalHref(visit, `/report/${n}/${other}.pdf`)}>
        {other === "letter" ? say("PDF on US Letter paper") : say("PDF on A4 paper")}
      </a>
    </p>
  );
}

function Earlier({ visit, reports }: { visit: Visit; reports: readonly ReportHead[] }) {
  const { say, today } = visit;
  if (reports.length === 0) return null;
  return (
    <section className="screen" aria-labelledby="earlier">
      <h2 id="earlier">{say("Other reports")}</h2>
      <ul className="rows">
        {reports.map(({ id, n, onDate }) => (
          <li key={id}>
            <a className="row-link" href={portalHref(visit, `/report/${n}`)}>
              {say("Report {n}, {day}", { n, day: say.day(onDate, today) })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Before the first: what will stand here. */
export function NoReport({ visit: { say } }: { visit: Visit }) {
  return (
    <>
      <h1>{say("Status report")}</h1>
      <p>{say("No report has been made yet. You get a mail as soon as one stands here.")}</p>
    </>
  );
}
