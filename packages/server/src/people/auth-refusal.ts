interface Refused {
  /** better-auth's word for why. */
  code: string;
}

/** better-auth says no by throwing an answer; null then. Its own failures go on. */
export async function refusedAsNull<T>(answer: Promise<T>): Promise<T | null> {
  const { given } = await givenOrRefused(answer);
  return given ?? null;
}

/** The answer, or why better-auth refused it. */
export async function givenOrRefused<T>(
  answer: Promise<T>,
): Promise<{ given: T; refused?: never } | { given?: never; refused: Refused }> {
  try {
    return { given: await answer };
  } catch (error) {
    const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
    if (status >= 500) throw error;
    return { refused: { code: codeOf(error) } };
  }
}

function codeOf(error: unknown): string {
  const body = error instanceof Error && "body" in error ? error.body : null;
  return typeof body === "object" && body !== null && "code" in body ? String(body.code) : "";
}
