/** `npm run build` makes what is published: the engine and its doors in dist/, the page in dist-page/. */
import "./pinned-node.ts";
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { buildPage } from "./page.ts";

// What was renamed since the last build must not stay behind and be published.
rmSync("dist", { recursive: true, force: true });
const words = ["node_modules/tsc7/bin/tsc", "--project", "tsconfig.build.json"];
const { status } = spawnSync(process.execPath, words, { stdio: "inherit" });
if (status !== 0 || !(await keepCatalogue()) || buildPage({ always: true }) !== "built") process.exitCode = 1;
else console.log("built: dist/ and dist-page/");

/** The package carries its catalogue as the built reader has read it: it may lie where nothing can be written. */
async function keepCatalogue(): Promise<boolean> {
  const catalog: typeof import("../src/catalog/index.ts") = await import(
    pathToFileURL("dist/catalog/index.js").href
  );
  catalog.readWholeFolder({ folder: resolve("catalog"), stories: true });
  const isKept = ["catalog", "stories"].every((part) => existsSync(`dist/prebuilt/${part}.json`));
  if (!isKept) console.error("the catalogue has a complaint, and is not kept: run bin/chainbreak.mjs check");
  return isKept;
}
