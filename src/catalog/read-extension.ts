/**
 * What one file adds to an institution that stands in another: flows, measures, settings, readings, names, contacts. It
 * takes nothing away and changes nothing that stands, so that whoever adds a way in cannot lose another by it.
 */
import type { Complaint, Institution, Vocabulary } from "../model/index.ts";
import { checkNames, checkSettings, contactsOf, readParts, readsOf, settingsOf } from "./read-institution.ts";
import { complain, type Words } from "./read-words.ts";
import { readShape, salvage } from "./shape-complaints.ts";
import { extensionShape } from "./shapes.ts";
import type { YamlText } from "./yaml-text.ts";

export interface ExtensionRead {
  /** The institution with what the file adds; absent when anything in the file is wrong. */
  readonly institution: Institution | undefined;
  readonly complaints: readonly Complaint[];
}

export function readExtension(yaml: YamlText, vocabulary: Vocabulary, onto: Institution): ExtensionRead {
  const whole = readShape(extensionShape, yaml);
  const complaints: Complaint[] = [...whole.complaints];
  const head = whole.value ?? salvage(extensionShape, yaml.value, 1);
  const own = settingsOf(head?.settings);
  const words: Words = { yaml, vocabulary, settings: new Map([...onto.settings, ...own]), complaints };
  const { flows, measures } = readParts(words, whole.value, head?.basis);
  const twice = (section: string, names: Iterable<string>, stands: (name: string) => boolean) => {
    for (const name of [...names].filter(stands))
      complain(
        words,
        "catalog/duplicate-id",
        [section, name],
        `\`${name}\` stands in \`${onto.id}\` already`,
        `give it another name, or begin the file with \`institution: ${onto.id}\` to stand in its place`,
        "key",
      );
  };
  const reads = readsOf(head ?? {});
  twice("settings", own.keys(), (name) => onto.settings.has(name));
  twice(
    "flows",
    flows.map(({ id }) => id),
    (id) => onto.flows.some((flow) => flow.id === id),
  );
  twice(
    "measures",
    measures.map(({ id }) => id),
    (id) => onto.measures.some((measure) => measure.id === id),
  );
  twice("reads", reads.keys(), (aspect) => onto.reads.has(aspect));
  checkSettings(words, own);
  checkNames(
    words,
    flows,
    measures,
    onto.flows.map(({ id }) => id),
  );
  if (
    whole.value === undefined ||
    [...yaml.complaints, ...complaints].some(({ severity }) => severity === "error")
  )
    return { institution: undefined, complaints };
  const institution: Institution = {
    ...onto,
    also: [...onto.also, ...(whole.value.also ?? []).map(String)],
    reads: new Map([...onto.reads, ...reads]),
    contacts: [...onto.contacts, ...contactsOf(whole.value)],
    settings: words.settings,
    flows: [...onto.flows, ...flows],
    measures: [...onto.measures, ...measures],
  };
  return { institution, complaints };
}
