const NOWHERE = "http://milepost.invalid";

/** Where to go after signing in: a path of this very place, or home. */
export function safeNext(wanted: string | undefined): string {
  if (!wanted || wanted.length > 2_000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes("\\"))
    return "/";
  try {
    const { origin, pathname, search, hash } = new URL(wanted, NOWHERE);
    return origin === NOWHERE && !pathname.startsWith("//") ? `${pathname}${search}${hash}` : "/";
  } catch {
    return "/";
  }
}
