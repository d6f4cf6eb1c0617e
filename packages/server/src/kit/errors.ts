export interface FieldError {
  path: string;
  message: string;
}

/** Named failure with a safe message; the one error edge in app/ turns it into an RFC 9457 problem document. */
export class Problem extends Error {
  readonly status: number;
  readonly id: string;
  readonly title: string;
  readonly errors: FieldError[];
  readonly facts: Record<string, unknown>;

  constructor(
    status: number,
    id: string,
    title: string,
    detail: string,
    more: { errors?: FieldError[]; facts?: Record<string, unknown> } = {},
  ) {
    super(detail);
    this.name = "Problem";
    this.status = status;
    this.id = id;
    this.title = title;
    this.errors = more.errors ?? [];
    this.facts = more.facts ?? {};
  }
}

export function notFound(detail = "There is nothing here that you can see."): Problem {
  return new Problem(404, "not-found", "Not found", detail);
}

export function notSignedIn(): Problem {
  return new Problem(401, "not-signed-in", "Not signed in", "Sign in to continue.");
}

export function forbidden(detail = "Your role does not allow this."): Problem {
  return new Problem(403, "forbidden", "Not allowed", detail);
}

export function invalid(errors: FieldError[], detail = "Some fields need another look."): Problem {
  return new Problem(400, "invalid", "Not valid", detail, { errors });
}

/** The request is well formed, but a rule of the plan says no; `facts` tell the screen why. */
export function refused(code: string, detail: string, facts: Record<string, unknown> = {}): Problem {
  return new Problem(422, code, "Not possible", detail, { facts });
}

/** Somebody else was first: `facts` name who did what. */
export function conflict(code: string, detail: string, facts: Record<string, unknown> = {}): Problem {
  return new Problem(409, code, "Changed by somebody else", detail, { facts });
}

/** `If-Match` no longer fits; the current value travels along so that both texts can be shown side by side. */
export function stale(current: unknown): Problem {
  return new Problem(
    412,
    "stale",
    "Changed meanwhile",
    "Somebody else saved this text before you. Both versions are kept.",
    {
      facts: { current },
    },
  );
}

export function preconditionRequired(): Problem {
  return new Problem(
    428,
    "if-match-required",
    "Version needed",
    "Send If-Match with the revision you edited.",
  );
}

export function gone(detail: string): Problem {
  return new Problem(410, "gone", "No longer valid", detail);
}

/** `retryAfterSeconds` also becomes the Retry-After header. */
export function tooMany(
  retryAfterSeconds: number,
  detail = `Too many tries. Try again in ${minutesText(retryAfterSeconds)}.`,
): Problem {
  return new Problem(429, "too-many-requests", "Too many requests", detail, { facts: { retryAfterSeconds } });
}

export function unavailable(id: string, detail: string): Problem {
  return new Problem(503, id, "Not available just now", detail);
}

function minutesText(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 1 ? "a minute" : `${minutes} minutes`;
}
