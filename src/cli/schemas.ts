/** The published JSON Schemas: made from the shapes the readers check by, so that an editor and `check` agree. */
import { z } from "zod";
import {
  aspectsShape,
  capabilityShape,
  clocksShape,
  durationShape,
  extensionShape,
  institutionShape,
  measuresShape,
  namesShape,
  patchShape,
  signsShape,
  sourcesShape,
  startsShape,
  vocabularyShape,
} from "../catalog/index.ts";
import { mappingShape, rulesShape } from "../detect/index.ts";
import { columnMappingShape } from "../intake/index.ts";
import { personShape } from "../person/index.ts";
import { populationShape } from "../population/index.ts";
import { assertionShape, packShape } from "../questions/index.ts";
import {
  auditPrintedShape,
  evidenceShape,
  investigateAnswerShape,
  lockedOutShape,
  raceAnswerShape,
  verifyAnswerShape,
} from "../report/index.ts";
import { incidentShape } from "../respond/index.ts";
import { nightShape, storyShape } from "../testing/index.ts";
import { watchShape } from "../watch/index.ts";

interface Published {
  readonly shape: z.ZodType;
  readonly title: string;
}

const published: Readonly<Record<string, Published>> = {
  assertion: { shape: assertionShape, title: "chainbreak assertion" },
  aspects: { shape: aspectsShape, title: "chainbreak aspects" },
  audit: { shape: auditPrintedShape, title: "chainbreak audit answer" },
  clocks: { shape: clocksShape, title: "chainbreak clocks" },
  columns: { shape: columnMappingShape, title: "chainbreak mapping of a table's columns" },
  evidence: { shape: evidenceShape, title: "chainbreak sources answer" },
  extension: { shape: extensionShape, title: "chainbreak extension" },
  incident: { shape: incidentShape, title: "chainbreak incident" },
  institution: { shape: institutionShape, title: "chainbreak institution" },
  "locked-out": { shape: lockedOutShape, title: "chainbreak locked-out answer" },
  mapping: { shape: mappingShape, title: "chainbreak mapping of an institution's words" },
  investigate: { shape: investigateAnswerShape, title: "chainbreak investigation" },
  measures: { shape: measuresShape, title: "chainbreak measures" },
  names: { shape: namesShape, title: "chainbreak names" },
  night: { shape: nightShape, title: "chainbreak night" },
  pack: { shape: packShape, title: "chainbreak pack of assertions" },
  patch: { shape: patchShape, title: "chainbreak patch" },
  person: { shape: personShape, title: "chainbreak person" },
  population: { shape: populationShape, title: "chainbreak population" },
  race: { shape: raceAnswerShape, title: "chainbreak race answer" },
  rules: { shape: rulesShape, title: "chainbreak rules of an operator" },
  signs: { shape: signsShape, title: "chainbreak signs" },
  sources: { shape: sourcesShape, title: "chainbreak sources" },
  starts: { shape: startsShape, title: "chainbreak starts" },
  story: { shape: storyShape, title: "chainbreak story" },
  verify: { shape: verifyAnswerShape, title: "chainbreak verify answer" },
  vocabulary: { shape: vocabularyShape, title: "chainbreak vocabulary" },
  watch: { shape: watchShape, title: "chainbreak detect service" },
};

/** What a check by code knows and JSON Schema can say only as a pattern. */
const patterns: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [durationShape, String.raw`^(\d+(\.\d+)?[smhdw])+$`],
  [capabilityShape, String.raw`^\s*[a-z][a-z0-9-]*\s*\([^()]+\)\s*$`],
]);

/** Text by file name, in draft 7: the newest that the YAML servers of editors read. */
export function schemaTexts(): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [name, { shape, title }] of Object.entries(published)) {
    const schema = z.toJSONSchema(shape, {
      target: "draft-7",
      io: "input",
      override: ({ zodSchema, jsonSchema }) => {
        const pattern = patterns.get(zodSchema);
        if (pattern !== undefined) jsonSchema.pattern = pattern;
      },
    });
    const { $schema, ...rest } = schema;
    texts.set(`${name}.schema.json`, `${JSON.stringify({ $schema, title, ...rest }, undefined, 2)}\n`);
  }
  return texts;
}
