import { Box } from "@mantine/core";
import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { ApiProblem, inWords } from "../lib/problem.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { MissingPage } from "./missing.page.tsx";

/** A page that could not be shown: the shell around it goes on. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  if (error instanceof ApiProblem && error.status === 404) return <MissingPage />;
  const { title, message } = inWords(error);
  const retry = () => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  return (
    <Box maw={640}>
      <ProblemNotice title={title} onRetry={retry}>
        {error instanceof ApiProblem && error.requestId ? `${message} (Request ${error.requestId})` : message}
      </ProblemNotice>
    </Box>
  );
}
