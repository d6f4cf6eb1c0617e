import type { Selectable } from "kysely";
import type { PortalPublications } from "../db/portal-schema.ts";
import type { Visit } from "../portal/visit.ts";

interface HomePageProps {
  visit: Visit;
  publication: Selectable<PortalPublications> | undefined;
}

export function HomePage({ visit, publication }: HomePageProps) {
  const { say, project } = visit;
  return (
    <>
      <h1>{project.name}</h1>
      {publication ? (
        <p>
          {say("Plan {n}, of {day}", {
            n: publication.n,
            day: say.moment(publication.createdAt, project.zone),
          })}
        </p>
      ) : (
        <p>{say("The plan is being made. You get a mail as soon as it stands here.")}</p>
      )}
    </>
  );
}
