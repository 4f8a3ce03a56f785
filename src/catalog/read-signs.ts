/** The file of signs; a broken one is left out whole, and a sign of the same id in a second file is complained of. */
import { Complaint, type Sign } from "../model/index.ts";
import { readShape } from "./shape-complaints.ts";
import { signsShape } from "./shapes.ts";
import type { YamlText } from "./yaml-text.ts";

export interface SignsRead {
  readonly signs: ReadonlyMap<string, Sign>;
  readonly complaints: readonly Complaint[];
}

export function readSigns(yamls: readonly YamlText[]): SignsRead {
  const signs = new Map<string, Sign>();
  const complaints: Complaint[] = [];
  for (const yaml of yamls) {
    const { value, complaints: found } = readShape(signsShape, yaml);
    const inFile = [...found];
    const here: Sign[] = [];
    for (const [id, { name, about, words, direction, outgoing, told, "a-month": aMonth }] of Object.entries(
      value?.signs ?? {},
    )) {
      if (signs.has(id))
        inFile.push(
          new Complaint({
            code: "catalog/duplicate-id",
            place: yaml.locate(["signs", id], "key"),
            message: `the sign \`${id}\` is defined twice`,
            help: "give one of them another id",
          }),
        );
      here.push({
        id,
        name,
        about,
        words: words.map((word) => word.toLowerCase()),
        isOutgoing: outgoing === true,
        aMonth,
        ...(direction === undefined ? {} : { direction }),
        ...(told === undefined ? {} : { told }),
      });
    }
    complaints.push(...inFile);
    if (![...yaml.complaints, ...inFile].some(({ severity }) => severity === "error"))
      for (const sign of here) signs.set(sign.id, sign);
  }
  return { signs, complaints };
}
