export interface FieldProblem {
  path: string;
  message: string;
}

interface ProblemDocument {
  type?: string;
  title?: string;
  detail?: string;
  requestId?: string;
  errors?: FieldProblem[];
  facts?: Record<string, unknown>;
}

/** A refusal of the server in words for people: what happened (`title`), why and what to do (`message`). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly requestId: string | null;
  readonly errors: readonly FieldProblem[];
  readonly facts: Record<string, unknown>;

  constructor(status: number, document: ProblemDocument) {
    super(document.detail ?? "The server could not do this. Nothing was changed; try again.");
    this.name = "ApiProblem";
    this.status = status;
    this.code = (document.type ?? "").replace("urn:milepost:problem:", "") || "unknown";
    this.title = document.title ?? "That did not work";
    this.requestId = document.requestId ?? null;
    this.errors = document.errors ?? [];
    this.facts = document.facts ?? {};
  }

  /** Messages by field name, for forms: the first part of a path names the field. */
  get byField(): Record<string, string> {
    return Object.fromEntries(this.errors.map(({ path, message }) => [path.split(".")[0] ?? path, message]));
  }
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const text = await response.text();
  try {
    const document: unknown = JSON.parse(text);
    if (typeof document === "object" && document !== null) return new ApiProblem(response.status, document);
  } catch {
    // Not JSON: a proxy between here and the server answered.
  }
  return new ApiProblem(response.status, { title: "The server did not answer as expected" });
}

export function noConnection(): ApiProblem {
  return new ApiProblem(0, {
    type: "no-connection",
    title: "No connection",
    detail: "The server cannot be reached. What you typed is still here; try again in a moment.",
  });
}

/** No connection, or a database that is away for a moment. */
export function isPassing(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 0 || error.status === 503);
}

/** Whatever was thrown, as words that can be shown. */
export function inWords(error: unknown): { title: string; message: string } {
  if (error instanceof ApiProblem) {
    const fields = error.errors.map(({ message }) => message);
    return { title: error.title, message: [...new Set([error.message, ...fields])].join(" ") };
  }
  return {
    title: "Something went wrong here",
    message: "Nothing was lost on the server. Reload the page and try again.",
  };
}
