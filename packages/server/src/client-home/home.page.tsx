import { portalHref, type Visit } from "../portal/visit.ts";
import type { SharedFile } from "./client-files.store.ts";
import { type ClientPlan, dayOnRoad } from "./client-plan.ts";
import { Coming } from "./coming.page.tsx";
import { FileList } from "./file-list.page.tsx";
import { Follow } from "./follow.page.tsx";
import type { Home } from "./home.ts";
import { Moment } from "./moment.page.tsx";
import { NeedsYou } from "./needs.page.tsx";
import { NewsItem } from "./news.page.tsx";
import { moneyOf } from "./payments.ts";
import { ReviewPart } from "./review-part.page.tsx";
import { Road } from "./road.page.tsx";
import { Standing } from "./standing.page.tsx";
import { TalkForm, Thread } from "./talk.page.tsx";
import { YourPart } from "./your-part.page.tsx";

interface HomePageProps {
  visit: Visit;
  home: Home;
}

/** Is it on track, and does it need me? The rest is further down. */
export function HomePage({ visit, home }: HomePageProps) {
  const { say, project } = visit;
  const { plan, names, needs, calendar, fresh, files } = home;
  return (
    <>
      {plan ? (
        <Standing visit={visit} plan={plan} />
      ) : (
        <>
          <h1>{project.name}</h1>
          <p>{say("The plan is being made. You get a mail as soon as it stands here.")}</p>
        </>
      )}
      {plan ? (
        <Moment
          visit={visit}
          plan={plan}
          milestones={plan.milestones.filter(({ id }) => fresh.has(id))}
          approvers={home.approvers}
        />
      ) : null}
      <NeedsYou visit={visit} needs={needs} plan={plan} names={names} calendar={calendar} />
      {plan ? <ReviewPart visit={visit} review={home.review} /> : null}
      {plan ? <Coming visit={visit} plan={plan} /> : null}
      {plan ? <YourPart visit={visit} plan={plan} /> : null}
      {plan ? <RoadSection visit={visit} plan={plan} fresh={fresh} /> : null}
      <Changed visit={visit} home={home} />
      {plan ? <Payments visit={visit} plan={plan} /> : null}
      {files.length > 0 ? <Files visit={visit} files={files} names={names} /> : null}
      <AskUs visit={visit} home={home} />
      <Follow visit={visit} />
    </>
  );
}

const BEHIND = 2;
const ON_HOME = 6;

interface RoadSectionProps {
  visit: Visit;
  plan: ClientPlan;
  fresh: ReadonlySet<string>;
}

function RoadSection({ visit, plan, fresh }: RoadSectionProps) {
  const { say, today } = visit;
  const { milestones } = plan;
  if (milestones.length === 0) return null;
  const passed = milestones.filter((one) => one.isReached && dayOnRoad(one) <= today).length;
  const from = Math.max(0, Math.min(passed - BEHIND, milestones.length - ON_HOME));
  const shown = milestones.slice(from, from + ON_HOME);
  const left = milestones.length - shown.length;
  return (
    <section aria-labelledby="road">
      <h2 id="road">{say("The road")}</h2>
      <Road visit={visit} milestones={shown} fresh={fresh} />
      <p>
        <a href={portalHref(visit, "/plan")}>
          {left > 0 ? say("All {count} milestones", { count: milestones.length }) : say("The whole plan")}
        </a>
      </p>
      <p>
        <a href={portalHref(visit, "/calendar")}>{say("Add to your calendar")}</a>
      </p>
    </section>
  );
}

function Changed({ visit, home: { news, names, reportOn } }: HomePageProps) {
  const { say, today } = visit;
  if (news.length === 0) return null;
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">{say("What changed")}</h2>
      <ul className="rows">
        {news.map((one, at) => (
          <li key={one.n}>
            <NewsItem visit={visit} news={one} names={names} answers={at === 0} />
          </li>
        ))}
      </ul>
      <p>
        <a href={portalHref(visit, "/updates")}>{say("All updates")}</a>
      </p>
      {reportOn ? (
        <p>
          <a href={portalHref(visit, "/report")}>
            {say("Status report of {day}", { day: say.day(reportOn, today) })}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Payments({ visit, plan }: { visit: Visit; plan: ClientPlan }) {
  const { say } = visit;
  const money = moneyOf(plan);
  if (!money) return null;
  const { currency, total, reached, paid, next } = money;
  return (
    <section aria-labelledby="payments">
      <h2 id="payments">{say("Payments")}</h2>
      <p>
        {say("{reached} of {total} reached.", {
          reached: say.money(reached, currency),
          total: say.money(total, currency),
        })}{" "}
        {paid > 0 ? `${say("{paid} paid.", { paid: say.money(paid, currency) })} ` : null}
        {next
          ? say("Next: {price} with {milestone}.", {
              price: say.money(next.minor, currency),
              milestone: next.milestone.title,
            })
          : null}
      </p>
    </section>
  );
}

const FILES = 5;

interface FilesProps {
  visit: Visit;
  files: readonly SharedFile[];
  names: ReadonlyMap<string, string>;
}

function Files({ visit, files, names }: FilesProps) {
  const { say } = visit;
  return (
    <section aria-labelledby="files">
      <h2 id="files">{say("Files")}</h2>
      <FileList
        visit={visit}
        files={files.slice(0, FILES).map((file) => ({ ...file, versions: file.versions.slice(0, 1) }))}
        names={names}
      />
      <p>
        <a href={portalHref(visit, "/files")}>{say("All files")}</a>
      </p>
    </section>
  );
}

function AskUs({ visit, home: { said } }: HomePageProps) {
  const { say, project } = visit;
  if (!project.mayComment && said.length === 0) return null;
  return (
    <section aria-labelledby="ask">
      <h2 id="ask">{project.mayComment ? say("Ask us") : say("What was said")}</h2>
      <Thread visit={visit} said={said} open={3} />
      {project.mayComment ? <TalkForm visit={visit} label="Your question or message" action="Send" /> : null}
      {project.role === "approver" ? (
        <p>
          <a href={portalHref(visit, "/ask-more")}>{say("Ask for something beyond the plan")}</a>
        </p>
      ) : null}
    </section>
  );
}
