/** The file of signs; a broken one is left out whole, and a sign of the same id in a second file is complained of. */
import { Complaint, type Sign } from "../model/index.ts";
import { helpWith } from "./did-you-mean.ts";
import { readShape } from "./shape-complaints.ts";
import { signsShape } from "./shapes.ts";
import type { YamlText } from "./yaml-text.ts";

export interface SignsRead {
  readonly signs: ReadonlyMap<string, Sign>;
  readonly complaints: readonly Complaint[];
}

/** `known` are the ids of signs that are there already, for a sign may be ended by one of those. */
export function readSigns(yamls: readonly YamlText[], known: Iterable<string>): SignsRead {
  const named = new Set(known);
  const signs = new Map<string, Sign>();
  const complaints: Complaint[] = [];
  for (const yaml of yamls) {
    const { value, complaints: found } = readShape(signsShape, yaml);
    const inFile = [...found];
    for (const id of Object.keys(value?.signs ?? {})) named.add(id);
    const here: Sign[] = [];
    for (const [id, sign] of Object.entries(value?.signs ?? {})) {
      const { name, about, words, direction, bought, outgoing, told } = sign;
      const { "leaves-open": open, "a-month": aMonth } = sign;
      if (signs.has(id))
        inFile.push(
          new Complaint({
            code: "catalog/duplicate-id",
            place: yaml.locate(["signs", id], "key"),
            message: `the sign \`${id}\` is defined twice`,
            help: "give one of them another id",
          }),
        );
      for (const [i, until] of (open?.until ?? []).entries())
        if (!named.has(until))
          inFile.push(
            new Complaint({
              code: "shape/unknown-value",
              place: yaml.locate(["signs", id, "leaves-open", "until", i]),
              message: `unknown value \`${until}\` for \`until\``,
              help: helpWith(until, named, "see docs/reference/notation.md"),
            }),
          );
      here.push({
        id,
        name,
        about,
        words: words.map((word) => word.toLowerCase()),
        isBought: bought === true,
        isOutgoing: outgoing === true,
        aMonth,
        ...(direction === undefined ? {} : { direction }),
        ...(told === undefined ? {} : { told }),
        ...(open === undefined ? {} : { leavesOpen: { kind: open.kind, until: open.until ?? [] } }),
      });
    }
    complaints.push(...inFile);
    if (![...yaml.complaints, ...inFile].some(({ severity }) => severity === "error"))
      for (const sign of here) signs.set(sign.id, sign);
  }
  return { signs, complaints };
}
