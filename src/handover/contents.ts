/**
 * What stands in a pack beside the originals and what the question was asked with: what was made of the answer, both
 * journals, both manifests. The command line writes it into a folder, the page into an archive; one way to make it, so that
 * both are verified alike. Hashes come from the door; nothing here knows where anything is written.
 */
import { type Hash, type JournalNote, journalText } from "./journal.ts";
import { isNameKept, type Listed, manifestText } from "./manifest.ts";
import { packNames } from "./verify.ts";

export interface PackOriginal {
  /** As `packOriginals` gave it. */
  readonly name: string;
  readonly bytes: number;
  /** Of its bytes, before they were read. */
  readonly sha256: string;
}

export interface PackContents {
  readonly originals: readonly PackOriginal[];
  /** File by file what was read of it. */
  readonly read: readonly {
    readonly file: string;
    readonly source: string;
    readonly rows: number;
    readonly complaints: number;
  }[];
  /** What the question was asked with, by its path in the pack. */
  readonly asked: readonly Listed[];
  readonly answered: { readonly label: string; readonly steps: number; readonly chainbreak: string };
  /** What was made of the answer, as text by path; the shortened ones under `redacted/`. */
  readonly made: ReadonlyMap<string, string>;
  /** As the door says it: ISO 8601, or the day. */
  readonly at: string;
  readonly hash: Hash;
}

export interface PackTexts {
  /** Everything there is to write but originals and what was asked with, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** SHA-256 of the manifest: what to tell somebody else on the day. */
  readonly seal: string;
}

const shortened = "redacted";

/** Cost: a hash of every text. */
export function packTexts({ originals, read, asked, answered, made, at, hash }: PackContents): PackTexts {
  const { label, steps, chainbreak } = answered;
  const hashes = new Map([...made].map(([path, text]) => [path, hash(text)] as const));
  const notes: readonly JournalNote[] = [
    ...originals.map(({ name, bytes, sha256 }) => ({ at, did: "kept", what: name, sha256, more: { bytes } })),
    ...read.map(({ file, source, rows, complaints }) => ({
      at,
      did: "read",
      what: file,
      more: { source, rows, complaints },
    })),
    ...asked.map(({ path, sha256 }) => ({ at, did: "asked", what: path, sha256 })),
    { at, did: "answered", what: label, more: { chainbreak, steps } },
    ...[...hashes].map(([path, sha256]) => ({ at, did: "wrote", what: path, sha256 })),
  ];
  const texts = new Map(made);
  const write = (path: string, text: string) => {
    texts.set(path, text);
    hashes.set(path, hash(text));
  };
  // What is handed on alone must be checkable alone; its journal names the originals it rests on by their hashes.
  write(
    `${shortened}/${packNames.journal}`,
    journalText(
      notes.map((each) => ({ ...each, what: shortNameOf(each, originals) })),
      hash,
    ),
  );
  write(
    `${shortened}/${packNames.manifest}`,
    manifestText(
      [...hashes].flatMap(([path, sha256]) =>
        path.startsWith(`${shortened}/`) ? [{ path: path.slice(shortened.length + 1), sha256 }] : [],
      ),
    ),
  );
  write(packNames.journal, journalText(notes, hash));
  const manifest = manifestText([
    ...[...hashes].map(([path, sha256]) => ({ path, sha256 })),
    ...originals.map(({ name, sha256 }) => ({ path: `${packNames.originals}/${name}`, sha256 })),
    ...asked,
  ]);
  texts.set(packNames.manifest, manifest);
  return { texts, seal: hash(manifest) };
}

/** In the shortened journal an original is told by its number: its name may hold an account's. */
function shortNameOf({ did, what }: JournalNote, originals: readonly PackOriginal[]): string {
  if (did !== "kept" && did !== "read") return what;
  const index = originals.findIndex(({ name }) => name === what);
  return index < 0 ? "a record" : `original ${index + 1}`;
}

/** Originals under names a manifest can hold, none twice: another is told by its place. */
export function packOriginals<Original extends { readonly name: string }>(
  originals: readonly Original[],
): readonly Original[] {
  const taken = new Set<string>();
  return originals.map((original, i) => {
    let { name } = original;
    for (let number = i + 1; !isNameKept(name) || taken.has(name.toLowerCase()); number += originals.length)
      name = `original-${number}`;
    taken.add(name.toLowerCase());
    return { ...original, name };
  });
}
