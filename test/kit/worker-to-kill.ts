/** A worker on a shared log, to be killed: says when it began, and works until it is gone. */
import { readCatalog, readTexts } from "../../src/catalog/index.ts";
import { keepShapes, logsOf, madeLikelihoods, withUnread } from "../../src/detect/index.ts";
import { openWorking, readConfigurationFile } from "../../src/watch/index.ts";

const [folder, url, bus] = process.argv.slice(2);
if (folder === undefined || url === undefined) throw new Error("name a folder and a database");
const { configuration } = readConfigurationFile(folder);
if (configuration === undefined) throw new Error("the configuration has faults");
const few = ["catalog/common", "catalog/capabilities.yaml", "catalog/aspects.yaml"];
const catalog = withUnread(readCatalog(readTexts(few).texts).catalog);
const worker = await openWorking({
  folder,
  url,
  bus: bus === undefined ? undefined : { url: bus },
  configuration,
  version: {
    catalog,
    logs: logsOf(madeLikelihoods),
    likelihoods: madeLikelihoods.id,
    shapeOf: keepShapes({ catalog, people: new Map(), today: "2024-06-01" }),
    until: 0,
  },
  mappings: [],
  now: () => Date.now(),
});
console.log("began");
for (;;) {
  const decided = await worker.round();
  if (worker.differ() > 0) throw new Error("a partition taken over came out otherwise");
  if (decided === 0) await worker.somethingCame(100);
}
