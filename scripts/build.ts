/** `npm run build` makes what is published: the engine and its doors in dist/, the page in dist-page/. */
import "./pinned-node.ts";
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { buildPage } from "./page.ts";

// What was renamed since the last build must not stay behind and be published.
rmSync("dist", { recursive: true, force: true });
const words = ["node_modules/tsc7/bin/tsc", "--project", "tsconfig.build.json"];
const { status } = spawnSync(process.execPath, words, { stdio: "inherit" });
if (status !== 0 || buildPage({ always: true }) !== "built") process.exitCode = 1;
else console.log("built: dist/ and dist-page/");
