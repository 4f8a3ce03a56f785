/** The page's end of the worker that judges what is entered; begun with the first look, one for the page's life. */
import { addressOf } from "../engine/case-client.ts";
import type { OwnCase } from "../engine/own-case.ts";
import { askOnDemand } from "../engine/worker-life.ts";
import type { PersonDocument } from "./document.ts";
import type { FileRead } from "./file.ts";
import { type FileText, textOf } from "./file-text.ts";
import type { Looked } from "./look.ts";
import type { ThingsWorker } from "./worker.ts";

const ask = askOnDemand<ThingsWorker>(
  () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
);

export const lookAt = (own: OwnCase): Promise<Looked> =>
  ask((worker) => worker.look(own, addressOf("catalogue")));

/** A person file is some kilobytes. What is larger than the reader takes is not even brought into memory. */
const bytesMax = 1_000_000;

/** `sealed`: not a person file but one this page has sealed. */
export async function readPersonFile(file: File): Promise<FileRead | "sealed"> {
  const read: FileText =
    file.size > bytesMax
      ? { kind: "text", text: " ".repeat(bytesMax + 1) }
      : textOf(new Uint8Array(await file.arrayBuffer()));
  if (read.kind === "sealed") return "sealed";
  return ask((worker) => worker.read(read.text, file.name, addressOf("catalogue")));
}

/** Hands the file to whoever reads this, as a download. */
export async function savePersonFile(person: PersonDocument): Promise<void> {
  const text = await ask((worker) => worker.write(person));
  const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${person.person.id}.yaml`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
