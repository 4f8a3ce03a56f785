/**
 * The keys a shape knows, all the way down, and those a text uses: `at-most.per`, `delay.cancelled-by`, `asks.at-least`.
 * Of a map with names of one's own (`replaces`) the names are left out; what nests in itself (`asks`) is told once.
 */
import { z } from "zod";

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node | readonly Node[];
  readonly anyOf?: readonly Node[];
  readonly allOf?: readonly Node[];
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Node>>;
  readonly propertyNames?: Node;
  readonly enum?: readonly unknown[];
}

/** Every key of it by its path, named maps left out. */
export function keysOfShape(shape: z.ZodType): ReadonlySet<string> {
  const root = z.toJSONSchema(shape, { target: "draft-7", io: "input" }) as Node;
  const found = new Set<string>();
  const walk = (node: Node, path: string, within: readonly string[]): void => {
    const name = node.$ref?.split("/").at(-1);
    if (name !== undefined) {
      const meant = root.definitions?.[name];
      if (meant !== undefined && !within.includes(name)) walk(meant, path, [...within, name]);
    }
    for (const part of [...(node.anyOf ?? []), ...(node.allOf ?? []), ...[node.items ?? []].flat()])
      walk(part, path, within);
    for (const [key, value] of Object.entries(node.properties ?? {})) {
      const at = outermost(path, key, found) ?? (path === "" ? key : `${path}.${key}`);
      if (found.has(at)) continue;
      found.add(at);
      walk(value, at, within);
    }
    if (typeof node.additionalProperties === "object") walk(node.additionalProperties, path, within);
  };
  walk(root, "", []);
  return found;
}

/** Of these keys the ones that stand in the value, read as the shape reads it. */
export function keysUsed(value: unknown, known: ReadonlySet<string>, into: Set<string>): void {
  const walk = (each: unknown, path: string): void => {
    if (Array.isArray(each)) for (const part of each) walk(part, path);
    else if (typeof each === "object" && each !== null)
      for (const [key, inner] of Object.entries(each)) {
        const at = path === "" ? key : `${path}.${key}`;
        // What the shape does not know by this path is a name of one's own, or nests in itself.
        const next = known.has(at) ? at : outermost(path, key, known);
        if (next !== undefined) into.add(next);
        walk(inner, next ?? path);
      }
  };
  walk(value, "");
}

/** `asks.any.asks.at-least` is `asks.at-least`. */
function outermost(path: string, key: string, known: ReadonlySet<string>): string | undefined {
  const steps = path.split(".");
  for (let length = steps.length - 1; length > 0; length--) {
    const at = [...steps.slice(0, length), key].join(".");
    if (known.has(at)) return at;
  }
  return undefined;
}
