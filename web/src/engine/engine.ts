/** A case as the page keeps it, opened. It is what the worker runs; it knows no worker, so a test can ask it too. */
import { type OpenCase, openCase } from "../../../src/asking/index.ts";
import { ground } from "../../../src/ground/index.ts";
import { parseMoment } from "../../../src/model/index.ts";
import type { CaseData } from "./case-data.ts";

export function openEngine({ catalog, person, lending, question: { held, at } }: CaseData): OpenCase {
  const startsAt = at === undefined ? undefined : parseMoment(at);
  return openCase({
    world: ground({ catalog, person }),
    ...(lending === undefined ? {} : { lent: ground({ catalog, person, lend: lending }) }),
    held,
    startsAt,
  });
}
