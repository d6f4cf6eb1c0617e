import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { moneyText } from "../lib/money.ts";
import { paymentsQuery } from "./payments.api.ts";

/** "€ 18,400 reached, not invoiced", for who sees money. */
export function ReadyLine() {
  const { data } = useQuery(paymentsQuery);
  if (!data || data.items.length === 0) return null;
  const ready = data.totals.filter((total) => total.ready > 0);
  return (
    <Text size="sm" className="mp-tabular">
      <Link to="/payments" style={{ color: "var(--mp-ink)" }}>
        {ready.length === 0
          ? "Payments"
          : `${ready.map((total) => moneyText(total.ready, total.currency)).join(", ")} reached, not invoiced`}
      </Link>
    </Text>
  );
}
