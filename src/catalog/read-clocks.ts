/** Files of clocks to terms with their source; a file with a fault is left out whole. */
import { type Clock, Complaint, parseDuration } from "../model/index.ts";
import { helpWith } from "./did-you-mean.ts";
import { basisOf, validOf } from "./read-institution.ts";
import { readShape } from "./shape-complaints.ts";
import { clocksShape } from "./shapes.ts";
import type { YamlText } from "./yaml-text.ts";

export interface ClocksRead {
  readonly clocks: ReadonlyMap<string, Clock>;
  readonly complaints: readonly Complaint[];
}

/** `sources`: what a basis may name; absent, where a file of them is broken and one that is not found says nothing. */
export function readClocks(
  yamls: readonly YamlText[],
  sources: ReadonlyMap<string, unknown> | undefined,
): ClocksRead {
  const clocks = new Map<string, Clock>();
  const complaints: Complaint[] = [];
  for (const yaml of yamls) {
    const { value, complaints: found } = readShape(clocksShape, yaml);
    complaints.push(...found);
    if ([...yaml.complaints, ...found].some(({ severity }) => severity === "error")) continue;
    for (const [id, text] of Object.entries(value?.clocks ?? {})) {
      if (clocks.has(id)) {
        complaints.push(
          new Complaint({
            code: "catalog/duplicate-id",
            place: yaml.locate(["clocks", id], "key"),
            message: `the clock \`${id}\` is defined twice`,
            help: "give one of them another id",
          }),
        );
        continue;
      }
      const { source } = text.basis;
      if (sources !== undefined && /^[a-z0-9-]+$/.test(source) && !sources.has(source))
        complaints.push(
          new Complaint({
            code: "catalog/unknown-source",
            place: yaml.locate(["clocks", id, "basis"]),
            message: `no source \`${source}\``,
            help: helpWith(source, sources.keys(), "add it to sources.yaml, or give an address"),
            severity: "warning",
          }),
        );
      clocks.set(id, {
        id,
        title: text.title,
        regions: text.regions ?? [],
        kinds: text.of ?? [],
        from: text.from,
        after: parseDuration(text.after) ?? 0,
        isBusinessDays: text.days === "business",
        ends: text.ends,
        valid: validOf(text.valid),
        basis: basisOf(text.basis),
      });
    }
  }
  return { clocks, complaints };
}
