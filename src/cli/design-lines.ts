/** The changed lines of a change: where each stands, and what either side writes there. */
import { valueAt } from "../catalog/index.ts";
import { type ComplaintPlace, formatPlace } from "../model/index.ts";
import type { Change } from "../questions/index.ts";
import type { ChangedLine } from "../report/index.ts";
import type { SideRead } from "./design-sides.ts";

/** Where the changed keys stand in the new catalogue, or in the old one where they are gone. */
export function placesOf(
  { kind, institution, id, keys }: Change,
  old: SideRead,
  now: SideRead,
): readonly ComplaintPlace[] {
  if (institution === undefined || kind === "in-force") return [];
  const path = kind === "flow" ? ["flows", id ?? ""] : kind === "measure" ? ["measures", id ?? ""] : [];
  const places = (keys.length === 0 ? [path] : keys.map((key) => [...path, key])).flatMap((full) => {
    const side = valueAt(now.yamlOf(institution)?.value, full) === undefined ? old : now;
    return side.yamlOf(institution)?.locate(full, "key") ?? [];
  });
  return places;
}

/** Longer than this a value is no longer taken in at a glance; the place says where the rest is. */
const valueLengthMax = 160;

/** The changed keys of a part with what each side writes there. */
export function linesOf(
  { kind, institution, id, keys, how }: Change,
  old: SideRead,
  now: SideRead,
): readonly ChangedLine[] {
  if (institution === undefined || kind === "in-force") return [];
  const path = kind === "flow" ? ["flows", id ?? ""] : kind === "measure" ? ["measures", id ?? ""] : [];
  const written = ({ yamlOf }: SideRead, key: string | undefined) => {
    const yaml = yamlOf(institution);
    const full = key === undefined ? path : [...path, key];
    const value = valueAt(yaml?.value, full);
    if (yaml === undefined || value === undefined) return undefined;
    const text = flowText(value);
    return {
      where: formatPlace(yaml.locate(full, "key")),
      text: text.length > valueLengthMax ? `${text.slice(0, valueLengthMax)} …` : text,
    };
  };
  const line = (key: string | undefined): ChangedLine => {
    const [before, after] = [written(old, key), written(now, key)];
    return {
      key: key ?? id ?? institution,
      ...(before === undefined || how === "added" ? {} : { old: before }),
      ...(after === undefined || how === "removed" ? {} : { now: after }),
    };
  };
  return how === "changed" ? keys.map(line) : kind === "institution" ? [] : [line(undefined)];
}

/** YAML as on one line. */
function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(", ")}]`;
  if (typeof value === "object" && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${key}: ${flowText(each)}`)
      .join(", ")} }`;
  return String(value);
}
