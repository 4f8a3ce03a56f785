/** `npm start`: the page is built when it is stale, then the server runs until it is stopped. */
import "./pinned-node.ts";
import { main } from "../src/cli/main.ts";
import { buildPage } from "./page.ts";

const page = buildPage({ always: false });
if (page === "failed") {
  console.error("the page could not be built; the lines above say why");
  process.exitCode = 1;
} else {
  process.exitCode = await main(["serve", ...process.argv.slice(2)]);
}
