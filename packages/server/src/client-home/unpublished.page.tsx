import type { Visit } from "../portal/visit.ts";

/** Before the first publication there is nothing that anybody has promised. */
export function Unpublished({ visit: { say }, title }: { visit: Visit; title: string }) {
  return (
    <>
      <h1>{title}</h1>
      <p>{say("The plan is being made. You get a mail as soon as it stands here.")}</p>
    </>
  );
}
