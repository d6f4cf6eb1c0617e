import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** A passkey in memory: answers the two ceremonies as a browser with a platform authenticator would. */
export function softAuthenticator(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  const host = new URL(origin).hostname;
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const named = {
    id: id.toString("base64url"),
    rawId: id.toString("base64url"),
    type: "public-key",
    clientExtensionResults: {},
  };
  return {
    register(challenge: string) {
      const { x = "", y = "" } = publicKey.export({ format: "jwk" });
      const key = cose(Buffer.from(x, "base64url"), Buffer.from(y, "base64url"));
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const data = Buffer.concat([authenticatorData(host, 0x45), credential]);
      const response = {
        clientDataJSON: clientData("webauthn.create", challenge).toString("base64url"),
        attestationObject: attestation(data).toString("base64url"),
        transports: ["internal"],
      };
      return { ...named, response };
    },
    assert(challenge: string) {
      const data = authenticatorData(host, 0x05);
      const client = clientData("webauthn.get", challenge);
      const signed = Buffer.concat([data, createHash("sha256").update(client).digest()]);
      const response = {
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: sign("sha256", signed, privateKey).toString("base64url"),
      };
      return { ...named, response };
    },
  };
}

function authenticatorData(host: string, flags: number): Buffer {
  return Buffer.concat([createHash("sha256").update(host).digest(), Buffer.from([flags, 0, 0, 0, 0])]);
}

/** COSE key {1: 2, 3: -7, -1: 1, -2: x, -3: y} in CBOR. */
function cose(x: Buffer, y: Buffer): Buffer {
  const point = (label: number, value: Buffer) => Buffer.concat([Buffer.from([label, 0x58, 32]), value]);
  return Buffer.concat([Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1]), point(0x21, x), point(0x22, y)]);
}

/** {"fmt": "none", "attStmt": {}, "authData": data} in CBOR. */
function attestation(data: Buffer): Buffer {
  const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
  const length = Buffer.from([0x59, data.length >> 8, data.length & 0xff]);
  return Buffer.concat([
    Buffer.from([0xa3]),
    text("fmt"),
    text("none"),
    text("attStmt"),
    Buffer.from([0xa0]),
    text("authData"),
    length,
    data,
  ]);
}
