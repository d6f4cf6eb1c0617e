import { Box } from "@mantine/core";
import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useReconnected } from "../lib/live.ts";
import { ApiProblem, inWords, isPassing } from "../lib/problem.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { MissingPage } from "./missing.page.tsx";

/** A page that could not be shown: the shell around it goes on, and the page comes back with the server. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const retry = () => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  useReconnected(() => {
    if (isPassing(error)) retry();
  });
  if (error instanceof ApiProblem && error.status === 404) return <MissingPage />;
  const { title, message } = inWords(error);
  return (
    <Box maw={640}>
      <ProblemNotice title={title} onRetry={retry}>
        {error instanceof ApiProblem && error.requestId ? `${message} (Request ${error.requestId})` : message}
      </ProblemNotice>
    </Box>
  );
}
