import { Button, Paper, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";

/** One of several ways to begin: what it is, and its one step. */
export function StepCard({
  title,
  action,
  to,
  children,
}: {
  title: string;
  action: string;
  to: string;
  children: string;
}) {
  return (
    <Paper
      withBorder
      p="lg"
      component="section"
      bg="var(--mp-raised)"
      style={{ display: "flex", flexDirection: "column", alignItems: "flex-start" }}
    >
      <Title order={2} size="h3" mb={4}>
        {title}
      </Title>
      <Text mb="md" style={{ flex: 1 }}>
        {children}
      </Text>
      <Button component={Link} to={to} variant="default">
        {action}
      </Button>
    </Paper>
  );
}
