import { Text, Title } from "@mantine/core";
import { useId } from "react";
import { moneyText } from "../lib/money.ts";
import type { Payments } from "./payments.api.ts";

/** What is likely to come in, month by month: what is due now, and what is planned in the month of its likely date. */
export function CashByMonth({ cash }: Pick<Payments, "cash">) {
  const id = useId();
  if (cash.length === 0) return null;
  const most = Math.max(...cash.map(({ minor }) => minor));
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h3" id={id} mb="xs">
        Cash by month
      </Title>
      <ul style={{ listStyle: "none", margin: 0, padding: 0, maxWidth: 560 }}>
        {cash.map(({ month, currency, minor }) => (
          <li key={`${month} ${currency}`} style={{ marginBottom: 8 }}>
            <Text
              size="sm"
              className="mp-tabular"
              style={{ display: "flex", justifyContent: "space-between" }}
            >
              <span>{monthName(month)}</span>
              <span>{moneyText(minor, currency)}</span>
            </Text>
            <div
              aria-hidden="true"
              style={{
                height: 6,
                borderRadius: 3,
                background: "var(--mp-brand)",
                width: `${Math.max(2, Math.round((100 * minor) / most))}%`,
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function monthName(month: string | null): string {
  if (month === null) return "No date yet";
  return new Intl.DateTimeFormat(undefined, { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}
