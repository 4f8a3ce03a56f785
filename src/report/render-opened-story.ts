/**
 * What a change opens for somebody, pinned as a story file: the smallest person, what is in the wrong hands, and the
 * institutions of the way as they stand under the change. `chainbreak test` tells it wherever the file lies, also beside
 * a catalogue that says otherwise of these institutions.
 */
import { stringify } from "yaml";
import type { Catalog } from "../catalog/index.ts";
import { type Bilingual, physics } from "../model/index.ts";
import { personFile } from "../person/index.ts";
import type { OpenedFor } from "../questions/index.ts";
import { designWords } from "./design-words.ts";
import { marks } from "./marks.ts";
import { sayCapabilityName } from "./say.ts";
import type { Lang } from "./words.ts";

export interface OpenedStory {
  readonly id: string;
  readonly found: OpenedFor;
  /** Under the change. */
  readonly catalog: Catalog;
  /** The file of an institution under the change, as a value; `undefined` where it has none, and then the catalogue's stands for it. */
  readonly fileOf: (institution: string) => unknown;
  /** Measures of institutions in force under the change. */
  readonly measures: readonly string[];
  readonly today: string;
}

export function renderOpenedStory({ id, found, catalog, fileOf, measures, today }: OpenedStory): string {
  const { goal, held, minutes, beforeMinutes, way, person } = found;
  const flows = way.steps.map(({ institution, flow }) => `${institution}/${flow}`);
  const institutions = Object.fromEntries(
    [...new Set(way.steps.map(({ institution }) => institution))].flatMap((institution) => {
      const file = institution === physics ? undefined : fileOf(institution);
      if (typeof file !== "object" || file === null) return [];
      const { institution: _, ...body } = file as Readonly<Record<string, unknown>>; // An institution's file is a map.
      return [[institution, body]];
    }),
  );
  const title = (lang: Lang) => {
    const { opened, sooner } = designWords(lang);
    const name = sayCapabilityName({ person, catalog }, goal, lang);
    return `${beforeMinutes === null ? opened : sooner}${marks[lang].colon}${name}`;
  };
  const because: Bilingual = { en: flows.join(", then "), zh: flows.join("，然后 ") };
  const story = {
    story: id,
    title: { en: title("en"), zh: title("zh") },
    world: {
      person: personFile({ ...person, asOf: person.asOf ?? today }),
      held,
      ...(measures.length === 0 ? {} : { measures }),
    },
    institutions,
    ask: [{ held, reached: { [goal]: { within: `${Math.ceil(minutes)}m` } }, because }],
  };
  const head =
    "# A story of chainbreak: `chainbreak test FILE` tells whether it is still so.\n" +
    "# chainbreak 的场景文件：`chainbreak test 文件` 会说明现在是否仍然如此。\n";
  return head + stringify(story, { lineWidth: 110, aliasDuplicateObjects: false });
}
