/**
 * In which language complaints are said over HTTP: `lang=zh` in the address, else what `Accept-Language` prefers of the two there
 * are, else English. Rooms write English; on the way out each complaint becomes a whole Chinese sentence, as on the command line.
 */
import type { MiddlewareHandler } from "hono";
import { headingsZh, helpZh, type Lang, langs, sentenceZh } from "../report/index.ts";

/** A code of the doors alone has no heading of its own. */
const headingOfDoors = "没有照办";
const headings: Readonly<Record<string, string | undefined>> = headingsZh;

interface Complaining {
  readonly code: string;
  readonly message: string;
  readonly help?: string;
}

export function langAsked(lang: string | undefined, accepted: string | undefined): Lang {
  const stated = langs.find((each) => each === lang);
  if (stated !== undefined) return stated;
  let best: { readonly lang: Lang; readonly weight: number } | undefined;
  for (const part of (accepted ?? "").split(",")) {
    const [tag = "", ...words] = part.trim().toLowerCase().split(";");
    const spoken = langs.find((each) => tag === each || tag.startsWith(`${each}-`));
    const q = words.map((word) => /^\s*q=([\d.]+)\s*$/.exec(word)?.[1]).find((each) => each !== undefined);
    const weight = q === undefined ? 1 : Number(q);
    if (spoken !== undefined && weight > (best?.weight ?? 0)) best = { lang: spoken, weight };
  }
  return best?.lang ?? "en";
}

/** Outermost, so that whatever is refused within is said so too. Nothing is opened for whoever reads English. */
export function spoken(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const lang = langAsked(context.req.query("lang"), context.req.header("accept-language"));
    const type = context.res.headers.get("content-type") ?? "";
    if (lang === "en" || !type.startsWith("application/json")) return;
    const { status, headers } = context.res;
    const text = await context.res.text();
    const said = inChinese(text);
    context.res = new Response(said ?? text, { status, headers });
    context.res.headers.set("Vary", "Accept-Language");
    if (said !== undefined) context.res.headers.set("Content-Language", "zh-Hans");
  };
}

/** The answer with its complaints in Chinese; `undefined`: it complains of nothing. */
function inChinese(text: string): string | undefined {
  if (!text.includes('"complaints"')) return undefined;
  let isAny = false;
  const said = JSON.stringify(JSON.parse(text), (key, value) => {
    if (key !== "complaints" || !Array.isArray(value) || !value.every(isComplaining)) return value;
    isAny = true;
    return value.map((each) => ({
      ...each,
      message: sentenceZh(each.message, headings[each.code] ?? headingOfDoors),
      ...(each.help === undefined ? {} : { help: helpZh(each.help) }),
    }));
  });
  return isAny ? said : undefined;
}

const isComplaining = (value: unknown): value is Complaining =>
  typeof value === "object" && value !== null && "code" in value && "message" in value;
