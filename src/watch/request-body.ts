/**
 * The body of a request as values. Text that is not UTF-8 is refused and never mended: two names that cannot be read would
 * become one person. What is compressed is refused too: how large it is shows only when it is unpacked.
 */
import type { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { eventsMax } from "./contract.ts";
import { refusal, wrongShape } from "./refusal.ts";
import { says } from "./refusals.ts";

export interface Body {
  readonly values: readonly unknown[];
  readonly isList: boolean;
}

/** One event, a list of them, or one a line; else why they are refused. */
export async function readEvents(context: Context): Promise<Body | Response> {
  const type = typeOf(context);
  const isLines = type === "application/x-ndjson";
  if (!isLines && type !== "application/json" && type?.startsWith("application/cloudevents") !== true)
    return refusal(415, says.notJson);
  const text = await readText(context);
  if (text instanceof Response) return text;
  if (isLines) {
    const lines = text.split("\n").filter((each) => each.trim() !== "");
    if (lines.length > eventsMax) return refusal(413, says.tooMany);
    return { values: lines.map((each) => parsed(each)), isList: true };
  }
  const value = parsed(text);
  if (value === undefined) return refusal(400, says.noJson);
  if (!Array.isArray(value)) return { values: [value], isList: false };
  return value.length > eventsMax ? refusal(413, says.tooMany) : { values: value, isList: true };
}

/** One value of a shape; else why it is refused. What is no JSON is of no shape. */
export async function readShaped<Shape extends z.ZodType>(
  context: Context,
  shape: Shape,
): Promise<{ readonly value: z.output<Shape> } | Response> {
  const text = await readText(context);
  if (text instanceof Response) return text;
  const read = shape.safeParse(parsed(text));
  return read.success ? { value: read.data } : refusal(400, ...wrongShape(read.error));
}

const yamlTypes = ["application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"];

/** A file of YAML; else why it is refused. */
export async function readYamlText(context: Context, bytesMax: number): Promise<string | Response> {
  if (!yamlTypes.includes(typeOf(context) ?? "")) return refusal(415, says.notYaml);
  const text = await readText(context);
  if (text instanceof Response) return text;
  return Buffer.byteLength(text) > bytesMax ? refusal(413, says.largeRules) : text;
}

const typeOf = (context: Context): string | undefined =>
  context.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();

async function readText(context: Context): Promise<string | Response> {
  const encoding = context.req.header("content-encoding")?.trim().toLowerCase() ?? "";
  if (encoding !== "" && encoding !== "identity") return refusal(415, says.encoded);
  const [, charset = "utf-8"] =
    /charset\s*=\s*"?([^\s";]+)/i.exec(context.req.header("content-type") ?? "") ?? [];
  if (!/^(?:utf-?8|us-ascii)$/i.test(charset)) return refusal(415, says.notUtf8);
  let bytes: ArrayBuffer;
  try {
    bytes = await context.req.arrayBuffer();
  } catch {
    return refusal(400, says.cutOff);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refusal(400, says.notUtf8);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
