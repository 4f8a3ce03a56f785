/**
 * From a shape's issues to complaints a person can act on: the place, what is wrong with the user's own words, the way
 * out. Where a value may have several forms, the form it tries to have is judged, not all of them.
 */
import type { z } from "zod";
import { Complaint, type ComplaintCode } from "../model/index.ts";
import { helpWith } from "./did-you-mean.ts";
import { inOneCurrency, saysNothing, typeHelp } from "./type-help.ts";
import type { YamlText } from "./yaml-text.ts";

type Issue = z.core.$ZodIssue;

/** One broken list can raise an issue an item; the rest of the file wants to be heard too. */
const issuesMax = 200;

export interface ShapeRead<T> {
  readonly value: T | undefined;
  readonly complaints: readonly Complaint[];
}

/** Checks a value by a shape; every issue becomes a complaint at its place. */
export function readShape<T>(
  shape: z.ZodType<T>,
  yaml: YamlText,
  under: readonly PropertyKey[] = [],
): ShapeRead<T> {
  const input = valueAt(yaml.value, under);
  const read = shape.safeParse(input);
  if (read.success) return { value: read.data, complaints: [] };
  const complaints = read.error.issues
    .slice(0, issuesMax)
    .flatMap((issue) => unfold(issue, input))
    .map((issue) => complaintOf(issue, input, yaml, under, shape));
  return { value: undefined, complaints };
}

/** Taking a part out can bring to light what another part needed; a few rounds settle it or nothing does. */
const salvageRounds = 4;

/**
 * What is left of a value when the parts a shape complains of are taken out, so that the rest can be heard as well.
 * Nothing above `depthMin` is taken: whatever else speaks of it would be complained of for no reason.
 */
export function salvage<T>(shape: z.ZodType<T>, value: unknown, depthMin: number): T | undefined {
  const left: unknown = structuredClone(value);
  for (let round = 0; round < salvageRounds; round += 1) {
    const read = shape.safeParse(left);
    if (read.success) return read.data;
    for (const issue of read.error.issues) {
      const paths =
        issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
      if (!paths.every((path) => takeOut(left, path, depthMin))) return undefined;
    }
  }
  return undefined;
}

/** Deletes what stands at the path, or the nearest part around it; a list goes whole, for its places would shift. */
function takeOut(root: unknown, path: readonly PropertyKey[], depthMin: number): boolean {
  const list = path.findIndex((step) => typeof step === "number");
  let at = list < 0 ? path : path.slice(0, list);
  while (at.length > depthMin && valueAt(root, at) === undefined) at = at.slice(0, -1);
  const parent = valueAt(root, at.slice(0, -1));
  const key = at.at(-1);
  if (at.length < depthMin || key === undefined || typeof parent !== "object" || parent === null)
    return false;
  return Reflect.deleteProperty(parent, key);
}

/** Follows unions down to the branch the value tries to be. */
function unfold(issue: Issue, input: unknown): Issue[] {
  const flat: Issue[] = [];
  const queue: Issue[] = [issue];
  for (const each of queue) {
    if (each.code !== "invalid_union" || each.errors.length === 0) {
      flat.push(each);
      continue;
    }
    const here = valueAt(input, each.path);
    const branches = each.errors.filter(
      (branch) => !branch.some((inner) => inner.code === "invalid_type" && inner.path.length === 0),
    );
    const fewest = [...branches].sort((a, b) => weight(a, here) - weight(b, here))[0];
    if (fewest === undefined) {
      const expected = [
        ...new Set(
          each.errors.flatMap((branch) =>
            branch.flatMap((inner) => (inner.code === "invalid_type" ? [String(inner.expected)] : [])),
          ),
        ),
      ];
      flat.push({
        code: "invalid_type",
        expected: expected.join(" or ") as "string",
        path: each.path,
        message: "",
        input: undefined,
      });
      continue;
    }
    for (const inner of fewest) queue.push({ ...inner, path: [...each.path, ...inner.path] });
  }
  return flat;
}

/** A branch that does not know the value's keys is a worse guess than one with a fault deeper down. */
function weight(branch: readonly Issue[], here: unknown): number {
  const unknownKeys = branch.filter(
    (issue) => issue.path.length === 0 && issue.code === "unrecognized_keys",
  ).length;
  const missing = branch.filter(
    (issue) =>
      issue.code === "invalid_type" && issue.path.length === 1 && valueAt(here, issue.path) === undefined,
  ).length;
  return branch.length + 100 * unknownKeys + 10 * missing;
}

const plain: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a map",
  record: "a map",
  int: "a whole number",
};

function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  return plain[typeof value] ?? typeof value;
}

function complaintOf(
  issue: Issue,
  input: unknown,
  yaml: YamlText,
  under: readonly PropertyKey[],
  shape: z.ZodType,
): Complaint {
  const at = [...under, ...issue.path];
  const here = valueAt(input, issue.path);
  // Of a list the place in it is no name anybody has given.
  const name = String(issue.path.findLast((part) => typeof part !== "number") ?? "the file");
  const make = (code: ComplaintCode, message: string, help: string | undefined, place = yaml.locate(at)) =>
    new Complaint({ code, place, message, ...(help === undefined ? {} : { help }) });

  switch (issue.code) {
    case "unrecognized_keys": {
      const key = issue.keys[0] ?? "";
      const known = keysKnownAt(shape, issue.path);
      const rest =
        issue.keys.length > 1
          ? ` (and ${issue.keys
              .slice(1)
              .map((other) => `\`${other}\``)
              .join(", ")})`
          : "";
      return make(
        "shape/unknown-key",
        `unknown key \`${key}\`${rest}`,
        unknownKeyHelp(key, known),
        yaml.locate([...at, key], "key"),
      );
    }
    case "invalid_type": {
      if (here === undefined)
        return make(
          "shape/missing-key",
          `\`${name}\` is missing`,
          `add \`${name}\`: ${expectedWords(issue.expected)}`,
        );
      if (typeof here === "number" && !Number.isFinite(here))
        return make(
          "shape/bad-text",
          `\`${String(here)}\` is not an ordinary number`,
          "write it out, or in quotes if it is a name",
        );
      return make(
        "shape/wrong-type",
        `\`${name}\` is ${kindOf(here)}, expected ${expectedWords(issue.expected)}`,
        typeHelp({
          expected: issue.expected,
          keys: keysKnownAt(shape, issue.path),
          here,
          ...(saysNothing(here) && mayBeLeftOut(shape, issue.path) ? { leaveOut: name } : {}),
        }),
      );
    }
    case "invalid_value":
      if (here === undefined)
        return make(
          "shape/missing-key",
          `\`${name}\` is missing`,
          `one of ${issue.values.map((value) => `\`${String(value)}\``).join(", ")}`,
        );
      return make(
        "shape/unknown-value",
        `unknown value \`${shown(here)}\` for \`${name}\``,
        unknownValueHelp(String(here), issue.values.map(String), keysKnownAt(shape, issue.path)),
      );
    case "invalid_key":
      return make(
        "shape/unknown-key",
        `\`${name}\` cannot be a key here`,
        keyHelp(issue, name),
        yaml.locate(at, "key"),
      );
    case "too_big":
      return make(
        "shape/bad-text",
        `\`${name}\` is ${issue.origin === "number" ? "above" : "longer than"} ${String(issue.maximum)}`,
        undefined,
      );
    case "too_small":
      return make(
        "shape/bad-text",
        issue.origin === "number" ? `\`${name}\` is below ${String(issue.minimum)}` : `\`${name}\` is empty`,
        undefined,
      );
    default: {
      const said =
        issue.message !== "" && /^(is|are) /.test(issue.message)
          ? issue.message
          : "is not what is expected here";
      const [what, help] = said.split(": ", 2);
      return make("shape/bad-text", `\`${shown(here)}\` ${what ?? said}`, help);
    }
  }
}

/** Where keys of its own are meant as often, a word that is near is no better guess. */
function unknownValueHelp(here: string, values: readonly string[], keys: readonly string[]): string {
  const quoted = (words: readonly string[]) => words.map((word) => `\`${word}\``).join(", ");
  return keys.length > 0
    ? `one of ${quoted(values)}, or keys of its own: ${quoted(keys)}`
    : helpWith(here, values, "see docs/reference/notation.md");
}

function unknownKeyHelp(key: string, known: readonly string[]): string {
  if (key === "currency") return inOneCurrency;
  // `{ id:x }` is one word to YAML.
  const [, name = "", value = ""] = /^([\w-]+):(.+)$/s.exec(key) ?? [];
  return known.includes(name)
    ? `write a space behind the colon: \`${name}: ${shown(value)}\``
    : helpWith(key, known, "see docs/reference/notation.md");
}

function keyHelp(issue: Extract<Issue, { code: "invalid_key" }>, key: string): string {
  for (const inner of issue.issues) {
    if (inner.code === "invalid_value")
      return helpWith(key, inner.values.map(String), "see docs/reference/notation.md");
  }
  return "ids are lower-case words joined by hyphens";
}

function expectedWords(expected: string): string {
  return [...new Set(expected.split(" or ").map((word) => plain[word] ?? word))].join(" or ");
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<PropertyKey, unknown>)[step]; // An object that owns the key: the lookup above proves it.
  }
  return here;
}

/** The keys a shape allows at a path: for "did you mean". Follows the schema's own structure. */
function keysKnownAt(shape: z.ZodType, path: readonly PropertyKey[]): string[] {
  let shapes: z.core.$ZodType[] = [shape];
  for (const step of [...path, undefined]) {
    shapes = shapes.flatMap(peel);
    if (step === undefined) break;
    shapes = shapes.flatMap((each) => below(each, step));
  }
  return [...new Set(shapes.flatMap((each) => Object.keys(definition(each).shape ?? {})))];
}

/** Whether a file is whole without what stands at the path: an entry by any name, or a key nobody must write. */
function mayBeLeftOut(shape: z.ZodType, path: readonly PropertyKey[]): boolean {
  const last = path.at(-1);
  if (last === undefined) return false;
  let shapes: z.core.$ZodType[] = [shape];
  for (const step of path.slice(0, -1)) shapes = shapes.flatMap(peel).flatMap((each) => below(each, step));
  return shapes.flatMap(peel).every((each) => {
    const key = definition(each).shape?.[String(last)];
    return key === undefined || key._zod.optin === "optional";
  });
}

interface Definition {
  readonly type?: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly options?: readonly z.core.$ZodType[];
  readonly innerType?: z.core.$ZodType;
  readonly getter?: () => z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
}
// zod keeps a schema's parts under `_zod.def`; the fields read here exist for the kinds named in their tests.
const definition = (shape: z.core.$ZodType): Definition => shape._zod.def as unknown as Definition;

function peel(shape: z.core.$ZodType): z.core.$ZodType[] {
  const found: z.core.$ZodType[] = [];
  const queue = [shape];
  const seen = new Set<z.core.$ZodType>();
  for (const each of queue) {
    if (seen.has(each)) continue;
    seen.add(each);
    const { options, innerType, getter } = definition(each);
    if (options !== undefined) queue.push(...options);
    else if (innerType !== undefined) queue.push(innerType);
    else if (getter !== undefined) queue.push(getter());
    else found.push(each);
  }
  return found;
}

function below(shape: z.core.$ZodType, step: PropertyKey): z.core.$ZodType[] {
  const { shape: keys, valueType, element } = definition(shape);
  if (keys !== undefined)
    return Object.hasOwn(keys, step) ? [keys[String(step)]].filter((each) => each !== undefined) : [];
  if (valueType !== undefined) return [valueType];
  if (element !== undefined) return [element];
  return [];
}
