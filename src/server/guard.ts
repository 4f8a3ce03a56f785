/**
 * Who may talk to the server, and what a browser may do with what it gets.
 *
 * The server holds the map of a life and listens on a machine whose browser also visits strangers. A stranger's page
 * can make that browser send requests here, and can have its own name point here (DNS rebinding); both bring a foreign
 * name with them, in `Origin` or in `Host`. So every request must name a host that is ours, and an origin, where there
 * is one, must be the host it is sent to.
 */
import { isIP } from "node:net";
import type { MiddlewareHandler } from "hono";
import type { ComplaintsAnswer } from "./contract.ts";

/**
 * Everything from here, nothing inline, nobody may frame it, nothing is sent anywhere by a form. The page's styles
 * are files too, so not even a style needs an exception. WebAssembly may be compiled, which the browser's own database
 * and the optimiser are; text may not become code by it.
 */
export const contentSecurityPolicy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

const headers: Readonly<Record<string, string>> = {
  "Content-Security-Policy": contentSecurityPolicy,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** `hosts` are names beside this machine's own by which the server may be called. */
export function guard(hosts: readonly string[]): MiddlewareHandler {
  const ours = new Set(["localhost", ...hosts.map((host) => host.toLowerCase())]);
  return async (context, next) => {
    const host = hostOf(context.req.header("host"));
    const origin = context.req.header("origin");
    const site = context.req.header("sec-fetch-site");
    const isForApi = context.req.path.startsWith("/api/");
    if (host === undefined || !isOurs(host.name, ours)) {
      context.res = refusal(
        "server/foreign-host",
        "request:host",
        "this server does not go by that name",
        "open the address the server printed when it started",
      );
    } else if (origin !== undefined && !isSameOrigin(origin, host)) {
      context.res = refusal(
        "server/foreign-origin",
        "request:origin",
        "another site may not ask this server",
        "open the page of this server itself",
      );
    } else if (isForApi && (site === "cross-site" || site === "same-site")) {
      context.res = refusal(
        "server/foreign-origin",
        "request:sec-fetch-site",
        "another site may not ask this server",
        "open the page of this server itself",
      );
    } else await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
  };
}

interface Host {
  readonly name: string;
  /** Name and port as a browser writes them in an origin. */
  readonly authority: string;
}

/** `127.0.0.1:4020`, `[::1]:4020`, `localhost`; anything else in it makes it no host. */
function hostOf(header: string | undefined): Host | undefined {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/i.exec(header ?? "");
  if (match === null) return undefined;
  const name = (match[1] ?? "").toLowerCase();
  return { name: name.replace(/^\[|\]$/g, ""), authority: match[0].toLowerCase() };
}

/** A name can be made to point anywhere; an address cannot, and whoever types it means this machine. */
const isOurs = (name: string, ours: ReadonlySet<string>) => isIP(name) !== 0 || ours.has(name);

function isSameOrigin(origin: string, { authority }: Host): boolean {
  const match = /^https?:\/\/(.+)$/.exec(origin.toLowerCase());
  return match?.[1] === authority;
}

function refusal(code: string, where: string, message: string, help: string): Response {
  const answer: ComplaintsAnswer = { complaints: [{ code, where, message, help }] };
  return Response.json(answer, { status: 403, headers: { "Cache-Control": "no-store" } });
}
