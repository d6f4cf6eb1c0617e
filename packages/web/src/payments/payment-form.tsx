import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { moneyText } from "../lib/money.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { type Marks, type Payment, recordPayment } from "./payments.api.ts";

/** What was invoiced and paid, as it stands in the books. */
export function PaymentForm({ payment, onClose }: { payment: Payment; onClose: () => void }) {
  const client = useQueryClient();
  const { invoicedOn, invoiceNumber, paidOn } = payment;
  const [marks, setMarks] = useState<Marks>({ invoicedOn, invoiceNumber, paidOn });
  const change = (more: Partial<Marks>) => setMarks((was) => ({ ...was, ...more }));
  const { submit, busy, problem, field } = useSubmit(async () => {
    await recordPayment(client, payment, { ...marks, invoiceNumber: marks.invoiceNumber.trim() });
    sayDone("Recorded");
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={`${payment.ref} ${payment.title}`}>
      <Form onSend={submit}>
        <Stack gap="sm">
          <Text className="mp-tabular">{moneyText(payment.minor, payment.currency)}</Text>
          <TextInput
            type="date"
            label="Invoiced on"
            data-autofocus
            value={marks.invoicedOn ?? ""}
            error={field("invoicedOn")}
            onChange={({ currentTarget }) => change({ invoicedOn: currentTarget.value || null })}
          />
          <TextInput
            label="Invoice number"
            maxLength={80}
            value={marks.invoiceNumber}
            error={field("invoiceNumber")}
            onChange={({ currentTarget }) => change({ invoiceNumber: currentTarget.value })}
          />
          <TextInput
            type="date"
            label="Paid on"
            description="The client sees that it is paid."
            value={marks.paidOn ?? ""}
            error={field("paidOn")}
            onChange={({ currentTarget }) => change({ paidOn: currentTarget.value || null })}
          />
          <Refusal problem={problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              Save
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
