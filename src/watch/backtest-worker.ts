/** A worker of the service: goes through the journal under two sets of rules beside whatever is decided meanwhile. */
import { join } from "node:path";
import { deserialize } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";
import { keepShapes, logsOf, madeLikelihoods } from "../detect/index.ts";
import { backtest } from "./backtest.ts";
import type { BacktestMessage, BacktestStart, BacktestVersion } from "./backtests.ts";
import { fileNames, readSecret } from "./folder.ts";
import { openJournal } from "./journal.ts";
import { openPeopleKeys } from "./people-keys.ts";
import { rootKeys } from "./sealing.ts";

// `backtests.ts` starts this file, with exactly this.
const { folder, version: packed, asked }: BacktestStart = workerData;
const { catalog, people: described, today, mappings, costs }: BacktestVersion = deserialize(packed);

const root = rootKeys(readSecret(folder));
const journal = openJournal(join(folder, fileNames.journal), root.cut);
const people = openPeopleKeys(join(folder, fileNames.people), root);
const tell = (message: BacktestMessage) => parentPort?.postMessage(message);
try {
  const told = backtest(
    {
      ...{ journal, people, root, mappings },
      version: {
        catalog,
        logs: logsOf(madeLikelihoods),
        likelihoods: madeLikelihoods.id,
        shapeOf: keepShapes({ catalog, people: described, today }),
        ...(costs === undefined ? {} : { costs }),
        until: 0, // It is said for each event.
      },
      onDone: (done, total) => tell({ kind: "passed", done, total }),
    },
    asked,
  );
  tell({ kind: "done", told });
} finally {
  journal.close();
  people.close();
}
