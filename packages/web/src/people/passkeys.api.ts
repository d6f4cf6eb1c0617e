import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export const passkeysQuery = queryOptions({
  queryKey: keys.workspace("passkeys"),
  queryFn: async () => (await answer(api.GET("/api/v1/me/passkeys"))).items,
});

/** Whether this browser and address can make passkeys (https or this machine). */
export function passkeysPossible(): boolean {
  return typeof PublicKeyCredential !== "undefined" && "parseCreationOptionsFromJSON" in PublicKeyCredential;
}

/** Asks the device for a passkey and gives it to the server; false when the person cancelled. */
export async function makePasskey(name: string): Promise<boolean> {
  const options = await answer(api.POST("/api/v1/me/passkeys/options"));
  // Made by the server's WebAuthn library for exactly this browser function.
  const json = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(json);
  const made = await navigator.credentials.create({ publicKey }).catch(cancelled);
  if (!(made instanceof PublicKeyCredential)) return false;
  const response: Record<string, unknown> & { id: string } = { ...made.toJSON(), id: made.id };
  await answer(api.POST("/api/v1/me/passkeys", { body: { name, response } }));
  return true;
}

function cancelled(error: unknown): null {
  if (error instanceof DOMException && (error.name === "NotAllowedError" || error.name === "AbortError"))
    return null;
  throw error;
}
