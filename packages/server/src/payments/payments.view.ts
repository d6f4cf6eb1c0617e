import { z } from "zod";

export const PaymentState = z
  .enum(["planned", "reached", "due", "invoiced", "paid"])
  .meta({ id: "PaymentState" });

export const Payment = z
  .object({
    milestoneId: z.string(),
    ref: z.string(),
    title: z.string(),
    projectId: z.string(),
    projectKey: z.string(),
    projectName: z.string(),
    clientName: z.string().nullable(),
    minor: z.int(),
    currency: z.string(),
    /** Due follows the acceptance once it cannot be taken back any more. */
    state: PaymentState,
    reachedOn: z.string().nullable(),
    /** Of what is planned, when it will likely be reached. */
    expectedOn: z.string().nullable(),
    dueOn: z.string().nullable(),
    invoicedOn: z.string().nullable(),
    invoiceNumber: z.string(),
    paidOn: z.string().nullable(),
    mayRecord: z.boolean(),
    /** 0 while nothing has been recorded. */
    revision: z.int(),
  })
  .meta({ id: "Payment" });

const Sums = z.object({
  currency: z.string(),
  planned: z.int(),
  /** Reached and not invoiced. */
  ready: z.int(),
  invoiced: z.int(),
  paid: z.int(),
});

export const Payments = z
  .object({
    today: z.string(),
    items: z.array(Payment),
    totals: z.array(Sums),
    /** What is likely to come in, month by month; `month` is null for what has no date. */
    cash: z.array(z.object({ month: z.string().nullable(), currency: z.string(), minor: z.int() })),
  })
  .meta({ id: "Payments" });

export type PaymentView = z.infer<typeof Payment>;
export type PaymentsView = z.infer<typeof Payments>;
