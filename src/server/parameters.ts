/**
 * What stands behind the `?` of an address and no route asks for is refused, with the names there are: a word that was mistyped
 * would else be taken for one that was not said, and the answer for another's.
 */
import type { OpenAPIHono, RouteConfig } from "@hono/zod-openapi";
import { langs } from "../report/index.ts";

export interface ParameterFault {
  readonly code: string;
  readonly where: string;
  readonly message: string;
  readonly help: string;
}

/** Every route takes it. */
const langName = "lang";

/** Before the routes themselves are added. */
export function refuseUnknownParameters(
  app: OpenAPIHono,
  routes: readonly RouteConfig[],
  refuse: (faults: readonly ParameterFault[]) => Response,
  code: string,
): void {
  for (const { method, path, request } of routes) {
    const query: unknown = request?.query;
    const own =
      typeof query === "object" && query !== null && "shape" in query ? Object.keys(query.shape ?? {}) : [];
    const known = [...own, langName].sort();
    app.on(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ":$1"), async (context, next) => {
      const asked = context.req.queries();
      const faults = Object.keys(asked).flatMap((name): ParameterFault[] => {
        const where = `request:${name}`;
        if (!known.includes(name))
          return [
            { code, where, message: `unknown parameter \`${name}\``, help: `it takes ${listed(known)}` },
          ];
        const lang =
          name === langName ? asked[name]?.find((word) => !langs.some((each) => each === word)) : undefined;
        return lang === undefined
          ? []
          : [{ code, where, message: `unknown language \`${lang}\``, help: `it takes ${listed(langs)}` }];
      });
      return faults.length === 0 ? next() : refuse(faults);
    });
  }
}

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");
