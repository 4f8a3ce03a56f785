/**
 * Person files in and out of the page. A file is in whole or its complaints are out; whatever it says beyond what the
 * page asks (measures, losses, notes) stays in it. Its words name their things in full, so that removing a thing finds them.
 */
import { stringify } from "yaml";
import { type Catalog, readYaml } from "../../../src/catalog/index.ts";
import { sortComplaints } from "../../../src/model/index.ts";
import { type Person, readPerson } from "../../../src/person/index.ts";
import { type Fault, faultOf } from "../engine/own-case.ts";
import type { Body, PersonDocument } from "./document.ts";
import { documentOf } from "./document-of.ts";
import { masked } from "./refusal.ts";

export interface FileRead {
  /** Absent when anything is wrong. */
  readonly document: PersonDocument | undefined;
  readonly faults: readonly Fault[];
}

/** YAML or JSON, which is YAML. */
export function readFile(text: string, name: string, catalog: Catalog): FileRead {
  const yaml = readYaml(text, name);
  const { person, complaints } = readPerson(yaml, catalog);
  const faults = sortComplaints([...yaml.complaints, ...complaints])
    .map(faultOf)
    .map(unreadable);
  if (person === undefined) return { document: undefined, faults };
  return { document: inFull(structuredClone(yaml.value) as PersonDocument, person), faults }; // It has just been read.
}

/** A complaint repeats the word it complains of, which may be a card number. */
const unreadable = (fault: Fault): Fault => ({
  ...fault,
  where: masked(fault.where),
  message: masked(fault.message),
  ...(fault.help === undefined ? {} : { help: masked(fault.help) }),
});

/** The same words, each with the kind of its thing in front. */
function inFull(document: PersonDocument, person: Person): PersonDocument {
  const full = documentOf(person);
  const measures = Object.entries(document.measures ?? {}).map(([id, measure]) => {
    const { moves, sets } = full.measures?.[id] ?? {};
    return [
      id,
      { ...measure, ...(moves === undefined ? {} : { moves }), ...(sets === undefined ? {} : { sets }) },
    ] as const;
  });
  return {
    ...document,
    ...given("same-secret", full["same-secret"], document),
    ...given("forgotten", full.forgotten, document),
    ...given("conditions", full.conditions, document),
    ...given(
      "losses",
      document.losses?.map((loss, i) => ({ ...loss, goal: full.losses?.[i]?.goal ?? loss.goal })),
      document,
    ),
    ...(measures.length === 0 ? {} : { measures: Object.fromEntries(measures) }),
  };
}

const given = (key: keyof PersonDocument, value: unknown, document: PersonDocument) =>
  value === undefined || document[key] === undefined ? {} : { [key]: value };

const sections =
  "person lines devices cards accounts mailboxes documents helpers same-secret forgotten conditions losses measures".split(
    " ",
  );
const first =
  "id name of carrier vendor bank service provider kind sim in pin line mailbox cards devices".split(" ");

export function writeFile(document: PersonDocument): string {
  const head =
    "# A person file of chainbreak; `chainbreak audit` reads it. It holds no password, no full card number, no ID number.\n" +
    "# chainbreak 的个人资料文件，可用 `chainbreak audit` 读取。不含密码、完整卡号和证件号。\n";
  return head + stringify(inOrder(document, sections, 2), { lineWidth: 110, aliasDuplicateObjects: false });
}

/** Keys in the order the notation writes them, what it is before what it hangs on; the rest as they came. */
function inOrder(value: unknown, order: readonly string[], depth: number): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const placeOf = (key: string) =>
    order.includes(key) ? order.indexOf(key) : key === "settings" ? 98 : key === "note" ? 99 : 50;
  const entries = Object.entries(value as Body).sort(([a], [b]) =>
    depth === 1 ? 0 : placeOf(a) - placeOf(b),
  );
  return Object.fromEntries(
    entries.map(([key, below]) => [
      key,
      depth < 0 ? below : inOrder(below, first, key === "person" ? 0 : depth - 1),
    ]),
  );
}
