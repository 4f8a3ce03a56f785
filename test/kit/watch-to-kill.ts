/**
 * A service to be killed: on the folder named, with a catalogue that is read at once; says where it is and what it found. It
 * keeps states often and goes on from them; with `whole` behind the folder it replays everything.
 */
import { readCatalog, readTexts } from "../../src/catalog/index.ts";
import { keepShapes, logsOf, madeLikelihoods, withUnread } from "../../src/detect/index.ts";
import { readConfigurationFile, serveWatch } from "../../src/watch/index.ts";

const [folder, how] = process.argv.slice(2);
if (folder === undefined) throw new Error("name a folder");
const { configuration } = readConfigurationFile(folder);
if (configuration === undefined) throw new Error("the configuration has faults");
const few = ["catalog/common", "catalog/capabilities.yaml", "catalog/aspects.yaml"];
const catalog = withUnread(readCatalog(readTexts(few).texts).catalog);
const { url, watch } = await serveWatch({
  folder,
  configuration,
  version: {
    catalog,
    logs: logsOf(madeLikelihoods),
    likelihoods: madeLikelihoods.id,
    shapeOf: keepShapes({ catalog, people: new Map(), today: "2024-06-01" }),
    until: 0,
  },
  mappings: [],
  ...(how === "whole" ? {} : { basis: "killed", stateAfter: { atRest: 1, running: 5 } }),
  say: (line) => console.error(line),
  port: 0,
  pageFolder: "nowhere",
});
const { differ, records, after } = watch.replayed;
console.log(JSON.stringify({ url, differ, records, after, wasCut: watch.wasCut }));
