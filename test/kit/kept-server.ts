/** A server to be killed: keeps in the folder named, says its address, and answers until then. */
import { serve } from "../../src/server/index.ts";

const [dataFolder] = process.argv.slice(2);
if (dataFolder === undefined) throw new Error("name a folder");
const { url, data } = await serve({
  port: 0,
  dataFolder,
  catalogFolder: "catalog/people",
  pageFolder: "nowhere",
});
if (data.kind === "none") throw new Error(data.why);
console.log(url);
