/**
 * The pack of `investigate --out` as one archive: originals, manifest, journal, report and letters in both languages, the
 * shortened copy. Unpacked it is verified as any other. Nothing is half done: an original that is no longer what was read is
 * refused before anything is handed out.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { configure, TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import type { Grounded } from "../../../src/ground/index.ts";
import { packNames, packOriginals, packTexts } from "../../../src/handover/index.ts";
import type { InvestigateAnswer } from "../../../src/investigate/index.ts";
import { packFiles } from "../../../src/report/index.ts";
import type { Together } from "./reading.ts";

export interface PackAsked {
  readonly answer: InvestigateAnswer;
  readonly world: Grounded;
  readonly together: Together;
  readonly originals: readonly {
    readonly name: string;
    readonly file: Blob;
    /** Of its bytes, before they were read. */
    readonly sha256: string;
  }[];
  /** What the question was asked with, as text by name. */
  readonly asked: ReadonlyMap<string, string>;
  /** ISO 8601. */
  readonly at: string;
  readonly version: string;
}

export type Packed =
  | {
      readonly kind: "packed";
      readonly zip: Uint8Array<ArrayBuffer>;
      readonly name: string;
      readonly seal: string;
    }
  | { readonly kind: "changed"; readonly name: string };

export const hashOf = (content: string | Uint8Array): string =>
  bytesToHex(sha256(typeof content === "string" ? utf8ToBytes(content) : content));

/** Nothing is handed to a worker: this is one. */
configure({ useWebWorkers: false });

/** Cost: every original is read and hashed again. */
export async function packAsZip(question: PackAsked): Promise<Packed> {
  const { answer, world, together, at, version } = question;
  const originals: { readonly name: string; readonly data: Uint8Array; readonly sha256: string }[] = [];
  for (const { name, file, sha256: before } of question.originals) {
    const data = await bytesOf(file);
    if (data === undefined || hashOf(data) !== before) return { kind: "changed", name };
    originals.push({ name, data, sha256: before });
  }
  const kept = packOriginals(originals);
  const asked = [...question.asked].map(([name, text]) => ({ path: `asked/${name}`, text }));
  const { texts, seal } = packTexts({
    originals: kept.map(({ name, data, sha256: hash }) => ({ name, bytes: data.length, sha256: hash })),
    read: together.files,
    asked: asked.map(({ path, text }) => ({ path, sha256: hashOf(text) })),
    answered: { label: answer.label, steps: answer.timeline.length, chainbreak: version },
    made: packFiles({
      answer,
      world,
      rows: together.rows,
      originals: kept.map(({ name, data, sha256: hash }) => ({
        path: `${packNames.originals}/${name}`,
        bytes: data.length,
        sha256: hash,
      })),
      madeAt: at,
      version,
      hash: hashOf,
    }),
    at,
    hash: hashOf,
  });
  const folder = `chainbreak-${at.slice(0, 10)}`;
  const zip = new ZipWriter(new Uint8ArrayWriter(), { lastModDate: new Date(at) });
  for (const { name, data } of kept)
    await zip.add(`${folder}/${packNames.originals}/${name}`, new Uint8ArrayReader(data));
  for (const { path, text } of asked) await zip.add(`${folder}/${path}`, new TextReader(text));
  for (const [path, text] of texts) await zip.add(`${folder}/${path}`, new TextReader(text));
  return { kind: "packed", zip: Uint8Array.from(await zip.close()), name: `${folder}.zip`, seal };
}

/** Absent: the browser gives out no file that was changed since it was chosen. */
async function bytesOf(file: Blob): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}
