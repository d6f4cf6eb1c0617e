import { invalid } from "../kit/errors.ts";
import { NAME_LENGTH } from "./limits.ts";

/** Characters that steer terminals or turn the reading direction ("gpj.exe" shown as "exe.jpg"). */
const STEERING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The last part of what the sender called it; only ever shown, never used as a path. */
export function fileName(given: string | undefined): string {
  const last = (given ?? "").replaceAll("\\", "/").split("/").at(-1) ?? "";
  const name = last.replace(STEERING, "").trim();
  if (name === "" || name === "." || name === "..") return "file";
  if (name.length > NAME_LENGTH)
    throw invalid([{ path: "file", message: `A file's name has at most ${NAME_LENGTH} characters.` }]);
  return name;
}

/** For old readers plain letters, for all others the name in UTF-8 (RFC 6266). */
export function attachmentHeader(kind: "attachment" | "inline", name: string): string {
  const plain = name.replace(/[^\w. -]/g, "_");
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`;
}
