/**
 * The files that begin with `extends`, laid onto the institutions they name, in the order of their names. One that is
 * wrong is left out and the institution stays as it is; one of an institution whose own file is wrong is left out in
 * silence, for that file is complained of already.
 */
import { Complaint, type Institution, type Vocabulary } from "../model/index.ts";
import { helpWith } from "./did-you-mean.ts";
import { readExtension } from "./read-extension.ts";
import { valueAt } from "./shape-complaints.ts";
import type { YamlText } from "./yaml-text.ts";

export interface ExtensionsQuestion {
  readonly files: readonly YamlText[];
  /** By id; what is extended is put in its place. */
  readonly institutions: Map<string, Institution>;
  /** The file each institution is read from; of an extended one, the file that knows the place asked for. */
  readonly yamls: Map<string, YamlText>;
  /** Institutions whose own file is wrong. */
  readonly broken: ReadonlySet<string>;
  readonly words: Vocabulary;
}

export interface Extensions {
  readonly complaints: readonly Complaint[];
  /** Institutions as they were without what extends them. */
  readonly before: ReadonlyMap<string, Institution>;
  /** Institutions of which a file that extends them is wrong: what it would have added is not known. */
  readonly leftOut: ReadonlySet<string>;
}

export function applyExtensions({
  files,
  institutions,
  yamls,
  broken,
  words,
}: ExtensionsQuestion): Extensions {
  const complaints: Complaint[] = [];
  const before = new Map<string, Institution>();
  const leftOut = new Set<string>();
  for (const yaml of files) {
    const id = String(valueAt(yaml.value, ["extends"]));
    const onto = institutions.get(id);
    if (onto === undefined && broken.has(id)) continue;
    if (onto === undefined) {
      complaints.push(
        new Complaint({
          code: "catalog/unknown-institution",
          place: yaml.locate(["extends"]),
          message: `no institution \`${id}\` to extend`,
          help:
            helpByName(id, institutions.values()) ??
            helpWith(
              id,
              institutions.keys(),
              "write the institution's own file, or lay this one over the catalogue that has it by `--with`",
            ),
        }),
      );
      continue;
    }
    const read = readExtension(yaml, words, onto);
    complaints.push(...read.complaints);
    if (read.institution === undefined) {
      leftOut.add(id);
      continue;
    }
    if (!before.has(id)) before.set(id, onto);
    institutions.set(id, read.institution);
    yamls.set(id, bothTexts(yaml, yamls.get(id)));
  }
  return { complaints, before, leftOut };
}

/** More than these nobody looks through. */
const meantMax = 8;

/**
 * Who is called so, or has an id that begins so: people write the name they know (`ICBC`, 工商银行, `intesa`). Not asked of the index of
 * names: that is kept for a catalogue that never changes, and this one is being read.
 */
function helpByName(written: string, institutions: Iterable<Institution>): string | undefined {
  const said = written.toLowerCase();
  const meant = [...institutions].filter(
    ({ id, name, also }) =>
      id.startsWith(`${said}-`) || [name.en, name.zh, ...also].some((each) => each.toLowerCase() === said),
  );
  if (said === "" || meant.length === 0 || meant.length > meantMax) return undefined;
  const ids = meant.map(({ id }) => `\`${id}\``);
  return ids.length === 1 ? `did you mean ${ids[0]}?` : `one of ${ids.join(", ")}`;
}

/** A place is looked for in the extension, and in the file below it where the extension does not have it. */
function bothTexts(extension: YamlText, below: YamlText | undefined): YamlText {
  return {
    ...extension,
    locate: (path, what) => {
      if (valueAt(extension.value, path.slice(0, 2)) !== undefined) return extension.locate(path, what);
      return below?.locate(path, what) ?? extension.locate(["extends"], what);
    },
  };
}
