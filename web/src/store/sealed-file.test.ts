/** The sealed file: an age file like any other, which a reader written from the format alone opens too. */

import { spawn, spawnSync } from "node:child_process";
import { createDecipheriv, hkdfSync, scryptSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Encrypter } from "age-encryption";
import { expect, test } from "vitest";
import { openSealedPeople, sealPeople } from "./sealed-file.ts";

const passphrase = "four words in a row";
const people = [{ document: { person: { id: "anna" } }, held: ["possess(sim.main)"] }, { note: "李" }];
const sealed = await sealPeople(people, passphrase);
const bytesOf = (text: string) => new TextEncoder().encode(text);

async function opening(bytes: Uint8Array, with_ = passphrase): Promise<unknown> {
  const read = await openSealedPeople(bytes, { passphrase: with_, file: "people.age" });
  return read.kind === "people" ? read.people : `${read.complaint.code} ${read.complaint.where}`;
}

test("what was sealed opens under its passphrase, on whatever keyboard, and under no other", async () => {
  expect(await opening(bytesOf(sealed))).toEqual(people);
  expect(await opening(bytesOf(sealed), "four words in a row ")).toEqual(people);
  expect(await opening(bytesOf(sealed), "four words in a rom")).toBe("sealed/wrong-passphrase people.age");
});

test("a mail that puts its own lines around the file, and other ends of lines, does no harm", async () => {
  const mailed = `Dear all,\n\n${sealed.trim()}\n`.replaceAll("\n", "\r\n");
  expect(await opening(bytesOf(mailed))).toEqual(people);
});

test("it is an age file, sealed by scrypt at age's own cost, and says nothing in the clear", () => {
  const lines = sealed.trim().split("\n");
  expect(lines[0]).toBe("-----BEGIN AGE ENCRYPTED FILE-----");
  expect(lines.at(-1)).toBe("-----END AGE ENCRYPTED FILE-----");
  expect(lines.slice(1, -2).every((line) => line.length === 64)).toBe(true);
  const binary = Buffer.from(lines.slice(1, -1).join(""), "base64").toString("latin1");
  expect(binary).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S{22} 18\n\S{43}\n--- \S{43}\n/);
  expect(binary).not.toMatch(/anna|possess|chainbreak/);
});

test("a reader written from age's specification with other people's ciphers opens it", () => {
  expect(JSON.parse(plainAge(sealed, passphrase))).toEqual({ chainbreak: "people", version: 1, people });
});

// age asks its passphrase of a terminal, and `script` is one.
const canAsk = ["age", "script"].every((name) => spawnSync(name, ["--version"]).status === 0);
if (!canAsk) console.log("no age on this machine: the sealed file is not tried on it");
test.skipIf(!canAsk)(
  "age opens it",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "chainbreak-age-"));
    try {
      writeFileSync(join(folder, "people.age"), sealed);
      const child = spawn("script", ["-qec", "age -d -o opened.json people.age", "/dev/null"], {
        cwd: folder,
      });
      child.stdout.once("data", () => child.stdin.write(`${passphrase}\n`));
      await new Promise((resolve) => child.once("exit", resolve));
      expect(JSON.parse(readFileSync(join(folder, "opened.json"), "utf8"))).toMatchObject({
        chainbreak: "people",
        people,
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  60_000,
);

test("what is none of ours, damaged or cut is said, and gives no half of it", async () => {
  const none = "sealed/not-a-sealed-file people.age";
  expect(await opening(bytesOf(""))).toBe(none);
  expect(await opening(bytesOf("person: { id: anna }"))).toBe(none);
  expect(await opening(bytesOf(sealed.slice(0, 300)))).toBe(none);
  expect(await opening(bytesOf("age-encryption.org/v1\n-> X25519 abc\n"))).toBe(none);
  const lines = sealed.split("\n");
  const middle = lines[4]!;
  lines[4] = `${middle.startsWith("A") ? "B" : "A"}${middle.slice(1)}`;
  expect(await opening(bytesOf(lines.join("\n")))).toBe("sealed/wrong-passphrase people.age");
});

test("another program's sealed file is opened and not taken for people", async () => {
  const seal = async (text: string) => {
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(10);
    encrypter.setPassphrase(passphrase);
    return encrypter.encrypt(text);
  };
  const none = "sealed/no-people people.age";
  expect(await opening(await seal("my diary"))).toBe(none);
  expect(await opening(await seal('{"chainbreak":"people","version":2,"people":[]}'))).toBe(none);
  expect(await opening(await seal('{"chainbreak":"people","version":1,"people":{}}'))).toBe(none);
  expect(await opening(await seal('{"chainbreak":"people","version":1,"people":[]}'))).toEqual([]);
});

/** https://age-encryption.org/v1, read line by line: scrypt stanza, header, and a payload of one chunk. */
function plainAge(armored: string, phrase: string): string {
  const file = Buffer.from(armored.replace(/-----.*-----/g, ""), "base64");
  const head = /^age-encryption\.org\/v1\n-> scrypt (\S+) (\d+)\n(\S+)\n--- \S+\n/.exec(
    file.toString("latin1"),
  )!;
  const [header = "", salt = "", logN = "", wrapped = ""] = head;
  const open = (key: Buffer, nonce: Buffer, bytes: Buffer) => {
    const decipher = createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
    decipher.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
  };
  const wholeSalt = Buffer.concat([Buffer.from("age-encryption.org/v1/scrypt"), Buffer.from(salt, "base64")]);
  const N = 2 ** Number(logN);
  const wrapKey = scryptSync(phrase, wholeSalt, 32, { N, r: 8, p: 1, maxmem: 256 * N * 8 });
  const fileKey = open(wrapKey, Buffer.alloc(12), Buffer.from(wrapped, "base64"));
  const payload = file.subarray(header.length);
  const streamKey = Buffer.from(hkdfSync("sha256", fileKey, payload.subarray(0, 16), "payload", 32));
  const lastOfOne = Buffer.from("000000000000000000000001", "hex");
  return open(streamKey, lastOfOne, payload.subarray(16)).toString("utf8");
}
