import type { Visit } from "./visit.ts";

export function HomeDoor({ visit }: { visit: Visit }) {
  const { say, visitor, project, formToken } = visit;
  return (
    <>
      <h1>{project.name}</h1>
      <p>{say("This is the page of {name}.", { name: visitor.name })}</p>
      <form method="post">
        <input type="hidden" name="form" value={formToken} />
        <button type="submit">{say("Open it")}</button>
      </form>
    </>
  );
}
