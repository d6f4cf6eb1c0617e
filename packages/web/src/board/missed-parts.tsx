import { ProblemNotice } from "../ui/problem-notice.tsx";

export interface Part {
  /** Such as "The cards put off for later". */
  what: string;
  error: unknown;
  refetch: () => unknown;
}

/** What could not be read beside the board's cards: the rest of the view works, and says what is missing. */
export function MissedParts({ parts }: { parts: readonly Part[] }) {
  const missed = parts.filter(({ error }) => error);
  if (missed.length === 0) return null;
  return (
    <ProblemNotice
      title={missed.length === 1 ? `${missed[0]?.what} could not be read` : "Some of this could not be read"}
      onRetry={() => {
        for (const { refetch } of missed) void refetch();
      }}
    >
      {missed.length === 1
        ? "Everything else is shown, and nothing is lost."
        : `Missing: ${missed.map(({ what }) => what.toLowerCase()).join(", ")}. Everything else is shown, and nothing is lost.`}
    </ProblemNotice>
  );
}
