/** The client's home. */
export const germanHome = {
  "Plan {n}, of {day}": "Plan {n}, vom {day}",
  "The plan is being made. You get a mail as soon as it stands here.":
    "Der Plan entsteht gerade. Sie bekommen eine Mail, sobald er hier steht.",
} as const;
