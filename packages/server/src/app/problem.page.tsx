import { Frame } from "../people/sign-in-frame.page.tsx";

interface ProblemPageProps {
  title: string;
  detail: string;
  requestId: string;
  /** Where to try again; null when that would not help. */
  again: string | null;
}

/** A failure told to a person who opened a page or sent a form. */
export function ProblemPage({ title, detail, requestId, again }: ProblemPageProps) {
  return (
    <Frame title={title}>
      <p>{detail}</p>
      {again ? (
        <p>
          <a href={again}>Try again</a>
        </p>
      ) : null}
      <p className="hint">Request {requestId}</p>
    </Frame>
  );
}
