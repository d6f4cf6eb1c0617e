import { Button, Table, Text, VisuallyHidden } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { dayText } from "../lib/dates.ts";
import { moneyText } from "../lib/money.ts";
import { PaymentForm } from "./payment-form.tsx";
import type { Payment } from "./payments.api.ts";

interface PaymentTableProps {
  payments: readonly Payment[];
  today: string;
}

/** One line a payment, with the day that says where it stands. */
export function PaymentTable({ payments, today }: PaymentTableProps) {
  const [open, setOpen] = useState<string | null>(null);
  const chosen = payments.find(({ milestoneId }) => milestoneId === open);
  return (
    <>
      <Table.ScrollContainer minWidth={320}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Milestone</Table.Th>
              <Table.Th>Project</Table.Th>
              <Table.Th ta="right">Amount</Table.Th>
              <Table.Th>
                <VisuallyHidden>Record</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {payments.map((payment) => (
              <Table.Tr key={payment.milestoneId}>
                <Table.Td style={{ overflowWrap: "anywhere" }}>
                  <Link to={`/m/${payment.ref}` as "/"}>{payment.title}</Link>
                  <Text size="sm">{standing(payment, today)}</Text>
                </Table.Td>
                <Table.Td>
                  <Text size="sm">{payment.projectName}</Text>
                  <Text size="xs" c="dimmed">
                    {payment.clientName}
                  </Text>
                </Table.Td>
                <Table.Td ta="right" className="mp-tabular" style={{ whiteSpace: "nowrap" }}>
                  {moneyText(payment.minor, payment.currency)}
                </Table.Td>
                <Table.Td>
                  {payment.mayRecord && payment.state !== "planned" && payment.state !== "reached" ? (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={`Record the payment of ${payment.title}`}
                      onClick={() => setOpen(payment.milestoneId)}
                    >
                      Record
                    </Button>
                  ) : null}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {chosen ? <PaymentForm payment={chosen} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function standing(payment: Payment, today: string): string {
  const day = (on: string | null) => (on === null ? "" : ` ${dayText(on, today)}`);
  const { invoiceNumber } = payment;
  switch (payment.state) {
    case "planned":
      return payment.expectedOn ? `Expected${day(payment.expectedOn)}` : "Planned, no date yet";
    case "reached":
      return `Reached${day(payment.reachedOn)}, due in a few minutes`;
    case "due":
      return `Ready for an invoice since${day(payment.dueOn)}`;
    case "invoiced":
      return `Invoiced${day(payment.invoicedOn)}${invoiceNumber ? `, ${invoiceNumber}` : ""}`;
    case "paid":
      return `Paid${day(payment.paidOn)}`;
  }
}
