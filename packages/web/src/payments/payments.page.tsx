import { Button, Select, Stack, Text, Title } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { apiLink } from "../lib/api.ts";
import { moneyText } from "../lib/money.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { CashByMonth } from "./cash-by-month.tsx";
import { PaymentTable } from "./payment-table.tsx";
import { type Payment, type Payments, paymentsQuery } from "./payments.api.ts";

const PARTS: readonly { title: string; states: readonly Payment["state"][] }[] = [
  { title: "Ready for an invoice", states: ["due", "reached"] },
  { title: "Invoiced", states: ["invoiced"] },
  { title: "Planned", states: ["planned"] },
  { title: "Paid", states: ["paid"] },
];

/** What was reached and not invoiced, what is on its way, and when the rest likely comes. */
export function PaymentsPage() {
  useTitle("Payments");
  const { project } = useSearch({ from: "/payments" });
  const navigate = useNavigate({ from: "/payments" });
  const all = useSuspenseQuery(paymentsQuery).data;
  const projects = new Map(all.items.map((each) => [each.projectKey.toLowerCase(), each.projectName]));
  const items = project ? all.items.filter((each) => each.projectKey.toLowerCase() === project) : all.items;
  const id = project ? items[0]?.projectId : undefined;
  const file = (format: "csv" | "pdf") =>
    withFormat(apiLink(id ? `/projects/${id}/payments/file` : "/payments/file"), format);
  return (
    <Page
      title="Payments"
      lead={project ? null : <Totals totals={all.totals} />}
      actions={
        all.items.length === 0 ? null : (
          <>
            <Select
              aria-label="Project"
              placeholder="All projects"
              clearable
              searchable
              data={[...projects].map(([value, label]) => ({ value, label }))}
              value={project ?? null}
              onChange={(next) => void navigate({ search: next === null ? {} : { project: next } })}
            />
            <Button variant="default" component="a" href={file("csv")} download>
              CSV
            </Button>
            <Button variant="default" component="a" href={file("pdf")} download>
              PDF
            </Button>
          </>
        )
      }
    >
      {items.length === 0 ? (
        <EmptyState title="No milestone has a price yet">
          Give a milestone a price on its page. It is ready for an invoice when it is reached.
        </EmptyState>
      ) : (
        <Stack gap="xl">
          {PARTS.map(({ title, states }) => (
            <Part
              key={title}
              title={title}
              payments={items.filter(({ state }) => states.includes(state))}
              today={all.today}
            />
          ))}
          {project ? null : <CashByMonth cash={all.cash} />}
        </Stack>
      )}
    </Page>
  );
}

function withFormat(address: string, format: "csv" | "pdf"): string {
  return `${address}${address.includes("?") ? "&" : "?"}format=${format}`;
}

interface PartProps {
  title: string;
  payments: readonly Payment[];
  today: string;
}

function Part({ title, payments, today }: PartProps) {
  if (payments.length === 0) return null;
  return (
    <section aria-label={title}>
      <Title order={2} size="h3" mb={4}>
        {title}
      </Title>
      <PaymentTable payments={payments} today={today} />
    </section>
  );
}

function Totals({ totals }: Pick<Payments, "totals">) {
  return totals.map(({ currency, ready, invoiced }) => (
    <Text key={currency} className="mp-tabular">
      {`${moneyText(ready, currency)} reached, not invoiced. ${moneyText(invoiced, currency)} invoiced, not paid.`}
    </Text>
  ));
}
