/** Aspects named by institutions and their flows that no file of aspects has. */
import { Complaint } from "../model/index.ts";
import type { Catalog } from "./catalog.ts";
import { helpWith } from "./did-you-mean.ts";
import { valueAt } from "./shape-complaints.ts";
import type { YamlText } from "./yaml-text.ts";

export interface AspectNames {
  readonly complaints: readonly Complaint[];
  /** Institutions that cannot be used. */
  readonly wrong: ReadonlySet<string>;
}

export function checkAspects(catalog: Catalog, yamls: ReadonlyMap<string, YamlText>): AspectNames {
  const complaints: Complaint[] = [];
  const wrong = new Set<string>();
  for (const [id, yaml] of yamls) {
    const institution = catalog.institutions.get(id);
    if (institution === undefined) continue;
    const named = [
      ...[...institution.reads.keys()].map((aspect) => ({ aspect, path: ["reads", aspect], isKey: true })),
      ...institution.flows.flatMap(({ id: flow, aspects = [] }) =>
        aspects.map((aspect, i) => {
          const path = ["flows", flow, "aspect"];
          const isList = Array.isArray(valueAt(yaml.value, path));
          return { aspect, path: isList ? [...path, i] : path, isKey: false };
        }),
      ),
    ];
    for (const { aspect, path, isKey } of named) {
      if (catalog.aspects.has(aspect)) continue;
      wrong.add(id);
      complaints.push(
        new Complaint({
          code: "catalog/unknown-aspect",
          place: yaml.locate(path, isKey ? "key" : "value"),
          message: `unknown aspect \`${aspect}\``,
          help: helpWith(aspect, catalog.aspects.keys(), "see catalog/aspects.yaml"),
        }),
      );
    }
  }
  return { complaints, wrong };
}
