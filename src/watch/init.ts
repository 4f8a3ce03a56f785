/** A new folder with a configuration of one institution, and the key it is known by, which is shown once and kept nowhere. */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotServe } from "../server/index.ts";
import { makeApiKey } from "./api-key.ts";
import { rights } from "./configuration.ts";
import { fileNames, makeFolder, readSecret } from "./folder.ts";

export interface Begun {
  readonly key: string;
  readonly file: string;
}

export function beginFolder({
  folder,
  institution,
  expires,
  gathers = false,
}: {
  readonly folder: string;
  readonly institution: string;
  /** The last day of the key. */
  readonly expires: string;
  /** A hub: it sends what others saw. */
  readonly gathers?: boolean | undefined;
}): Begun {
  const file = join(folder, fileNames.configuration);
  if (existsSync(file))
    throw new CannotServe(
      `there is a \`${file}\` already`,
      "make another key with `chainbreak detect key` and write it there",
    );
  makeFolder(folder);
  readSecret(folder);
  const { key, hash } = makeApiKey();
  writeFileSync(
    file,
    `watch: detect
institutions:
  ${institution}:${gathers ? "\n    gathers: true" : ""}
    keys:
      - { hash: "${hash}", expires: ${expires}, may: [${rights.join(", ")}] }
`,
    { mode: 0o600, flag: "wx" },
  );
  return { key, file };
}
