import { Alert, Button, Stack, Text } from "@mantine/core";

interface ProblemNoticeProps {
  title: string;
  children: string;
  onRetry?: () => void;
}

/** What happened, what was kept, what to do: inline, so that the rest of the page goes on. */
export function ProblemNotice({ title, children, onRetry }: ProblemNoticeProps) {
  return (
    <Alert color="red" variant="light" title={title} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{children}</Text>
        {onRetry ? (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            Try again
          </Button>
        ) : null}
      </Stack>
    </Alert>
  );
}
