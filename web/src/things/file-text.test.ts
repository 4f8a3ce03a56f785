/** A file keeps its Chinese names, whichever Windows wrote it, and a sealed one is known for what it is. */
import { expect, test } from "vitest";
import { sealPeople } from "../store/sealed-file.ts";
import { textOf } from "./file-text.ts";

const text = "person: { id: x, name: { en: Granny, zh: 奶奶 } }\n";
const utf16 = (bigEndian: boolean) => {
  const bytes = Uint8Array.from(Buffer.from(`\uFEFF${text}`, "utf16le"));
  return bigEndian ? new Uint8Array(Buffer.from(bytes).swap16()) : bytes;
};
/** 奶奶 as GB18030 writes it. */
const gb18030 = new Uint8Array(
  Buffer.concat([
    Buffer.from(text.split("奶奶")[0] ?? ""),
    Buffer.from([0xc4, 0xcc, 0xc4, 0xcc]),
    Buffer.from(text.split("奶奶")[1] ?? ""),
  ]),
);

test.each([
  ["UTF-8", new TextEncoder().encode(text)],
  ["UTF-8 with a mark", new TextEncoder().encode(`\uFEFF${text}`)],
  ["UTF-16, either way round", utf16(false)],
  ["UTF-16, the other way round", utf16(true)],
  ["GB18030", gb18030],
])("%s is read letter for letter", (_, bytes) => {
  expect(textOf(bytes)).toEqual({ kind: "text", text });
});

test("a sealed file is no text, and what only speaks of one is", async () => {
  const sealed = await sealPeople([], "four words in a row");
  expect(textOf(new TextEncoder().encode(sealed))).toEqual({ kind: "sealed" });
  expect(textOf(new TextEncoder().encode("age-encryption.org/v1\n-> scrypt"))).toEqual({ kind: "sealed" });
  expect(textOf(new TextEncoder().encode("# age-encryption.org/v1\nperson: {}\n")).kind).toBe("text");
});

test("bytes that are no text of any kind are read as something, never a fault", () => {
  expect(textOf(Uint8Array.from({ length: 500 }, (_, i) => (i * 7_919) % 256)).kind).toBe("text");
  expect(textOf(new Uint8Array())).toEqual({ kind: "text", text: "" });
});
