/** The page's end of the worker that reads and reconstructs; what it had read is read again after it was stopped. */
import { proxy } from "comlink";
import type { Lang } from "../../../src/report/index.ts";
import { addressOf } from "../engine/case-client.ts";
import { askOnDemand } from "../engine/worker-life.ts";
import type { LinesAsked, LinesTold } from "./lines.ts";
import type { Packed } from "./packing.ts";
import type {
  ExportKind,
  FilesTold,
  HappenedAnswer,
  HappenedQuestion,
  HappenedWorker,
  Progress,
} from "./worker.ts";

const ask = askOnDemand<HappenedWorker>(
  () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
);

export const stopWorker = (): void => ask.stop();

type Asked = Omit<HappenedQuestion, "catalogueAt">;
type Telling = (now: Progress) => void;

export const readFiles = (
  asked: Pick<Asked, "files" | "passwords" | "lang">,
  progress: Telling,
): Promise<FilesTold> =>
  ask<FilesTold>((worker) => worker.read({ ...asked, catalogueAt: addressOf("catalogue") }, proxy(progress)));

export const askWhatHappened = (asked: Asked, progress: Telling): Promise<HappenedAnswer> =>
  ask<HappenedAnswer>((worker) =>
    worker.investigate({ ...asked, catalogueAt: addressOf("catalogue") }, proxy(progress)),
  );

export const tellAgain = (lang: Lang): Promise<HappenedAnswer> =>
  ask<HappenedAnswer>((worker) => worker.tell(lang));

export const askLines = (asked: LinesAsked): Promise<LinesTold | undefined> =>
  ask<LinesTold | undefined>((worker) => worker.lines(asked));

/** `at`: ISO 8601, as it is to stand in the pack. Absent: what was found is no longer there. */
export const askPack = (at: string): Promise<Packed | undefined> =>
  ask<Packed | undefined>((worker) => worker.pack(at));

export const askExport = (kind: ExportKind, at: string): Promise<string | undefined> =>
  ask<string | undefined>((worker) => worker.exported(kind, at));
