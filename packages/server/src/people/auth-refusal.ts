/** better-auth says no by throwing an answer; null then. Its own failures go on. */
export async function refusedAsNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
    if (status < 500) return null;
    throw error;
  }
}
