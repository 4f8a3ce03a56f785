/** The page works its answer out by itself, from less; it must be the server's. */
import { expect, test } from "vitest";
import { readCatalog, readTexts } from "../../src/catalog/index.ts";
import { application } from "../../src/server/index.ts";
import { readFounding } from "../../web/data-plugin.ts";
import type { CaseData } from "../../web/src/engine/case-data.ts";
import { openEngine } from "../../web/src/engine/engine.ts";
import { pack, unpack } from "../../web/src/engine/packed.ts";

test("the page answers the founding case as the server does, to the last word", async () => {
  const { audit } = openEngine(unpack<CaseData>(pack(readFounding()))).ask([]);
  const catalog = readCatalog(readTexts(["catalog"]).texts);
  const app = application({
    version: "0",
    catalog,
    page: new Map(),
    today: () => "2026-11-28",
  });
  const response = await app.request("http://localhost/api/founding", { headers: { host: "localhost" } });
  expect(JSON.parse(JSON.stringify(audit))).toEqual(await response.json());
});
