/** Own bills of wallets and shops, and which stretch each covers. */
import type { Meaning, Observation, RecordFile } from "../evidence/index.ts";
import type { Grounded } from "../ground/index.ts";
import type { Bill } from "./orphans.ts";

export function billsOf(
  observations: readonly Observation[],
  files: readonly RecordFile[],
  world: Grounded,
  meaning: Meaning,
): readonly Bill[] {
  const byFile = new Map<string, Observation[]>();
  for (const observation of observations)
    byFile.set(observation.place.file, [...(byFile.get(observation.place.file) ?? []), observation]);
  return files.flatMap((file): readonly Bill[] => {
    // What a file that was filtered, cut short or not read whole does not show may be in the rest of it.
    if (file.complaints > 0) return [];
    const rows = byFile.get(file.file) ?? [];
    const [institution] =
      rows[0]?.institutions ?? meaning.institutionsIn(file.source.replaceAll(/[-_/.]/g, " "));
    const isOfMoney = rows.length === 0 || rows.some(({ kind, isText }) => kind === "row" && isText !== true);
    if (
      institution === undefined ||
      !isOfMoney ||
      world.catalog.institutions.get(institution)?.kind === "bank"
    )
      return [];
    const declared = [file.from, file.to].map((text) =>
      text === undefined ? Number.NaN : Date.parse(text) / 60_000,
    );
    const first = rows.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
    const last = rows.reduce((most, { to }) => Math.max(most, to), Number.NEGATIVE_INFINITY);
    const from = Number.isFinite(declared[0]!) ? declared[0]! : first;
    const to = Number.isFinite(declared[1]!) ? declared[1]! + (/T/.test(file.to ?? "") ? 0 : 1440) : last;
    return from <= to
      ? [{ file: file.file, institution, from, to, rows: rows.filter(({ kind }) => kind === "row") }]
      : [];
  });
}
