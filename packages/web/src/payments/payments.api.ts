import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type Payment = Shape<"Payment">;
export type Payments = Shape<"Payments">;

export const paymentsQuery = queryOptions({
  queryKey: keys.workspace("payments"),
  queryFn: () => answer(api.GET("/api/v1/payments")),
});

export interface Marks {
  invoicedOn: string | null;
  invoiceNumber: string;
  paidOn: string | null;
}

export async function recordPayment(client: QueryClient, payment: Payment, marks: Marks): Promise<void> {
  await answer(
    api.PUT("/api/v1/milestones/{milestoneId}/payment", {
      params: { path: { milestoneId: payment.milestoneId } },
      body: { ...marks, expected: payment.revision },
    }),
  );
  await client.invalidateQueries({ queryKey: keys.workspace("payments") });
}
