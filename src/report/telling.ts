/** What every part of a report needs: whom it speaks of, in which language, how wide, with which colours. */
import { keptElsewhere } from "../ground/index.ts";
import type { AuditAnswer, MeasureAnswer } from "../questions/index.ts";
import type { ToldStep } from "../reach/index.ts";
import type { AuditWords } from "./audit-words.ts";
import { channelWords } from "./basis-words.ts";
import { wrap } from "./columns.ts";
import { inBrackets, marks } from "./marks.ts";
import type { Paint } from "./paint.ts";
import { type Speaking, sayInstitution, sayThing } from "./say.ts";
import type { Lang } from "./words.ts";

export interface Telling {
  readonly answer: AuditAnswer;
  readonly world: Speaking;
  readonly lang: Lang;
  readonly words: AuditWords;
  readonly paint: Paint;
  readonly columns: number;
}

/** A text wrapped behind a first indent, each line painted alike. */
export function laid(
  text: string,
  { columns, indent = "", hanging = indent, paint = (line: string) => line }: Laid,
): readonly string[] {
  const lines = wrap(text, columns - hanging.length);
  return lines.map((line, i) => (i === 0 ? indent : hanging) + paint(line));
}

interface Laid {
  readonly columns: number;
  readonly indent?: string;
  readonly hanging?: string;
  readonly paint?: (line: string) => string;
}

/** `Meituan, in the app`; what hands do names no institution. */
export function sayWhere({ institution, institutionName, channel }: ToldStep, lang: Lang): string {
  if (institution === "things") return channelWords.hands[lang];
  return channel === undefined
    ? institutionName[lang]
    : `${institutionName[lang]}${marks[lang].comma}${channelWords[channel][lang]}`;
}

/** An answer that names measures. */
interface Naming {
  readonly catalogue: readonly (Pick<MeasureAnswer, "id" | "title"> &
    Partial<Pick<MeasureAnswer, "matters">>)[];
}

/** A measure's title; with the thing it speaks of where several measures have the same title. */
export function sayMeasure(
  { answer, world, lang }: Pick<Telling, "world" | "lang"> & { readonly answer: Naming },
  id: string,
): string {
  const measure = answer.catalogue.find((each) => each.id === id);
  if (measure === undefined) return id;
  // A twin that changes nothing here will not be named beside it.
  const isAlike = answer.catalogue.some(
    (other) =>
      other.id !== id &&
      other.title[lang] === measure.title[lang] &&
      (other.matters !== false || measure.matters === false),
  );
  const things = /\((.*)\)$/.exec(id)?.[1]?.split(", ") ?? [];
  // “It” is nothing without its name.
  const isNamed =
    isAlike || keptElsewhere(id) !== undefined || things.some((thing) => isOneOfMany(world, thing));
  if (!isNamed || things.length === 0) return measure.title[lang];
  const said = things.map((thing) => sayThing(world, thing, lang)).join(marks[lang].list);
  return measure.title[lang] + marks[lang].colon + said;
}

/** “Set a screen lock” is no advice to somebody with two phones. */
function isOneOfMany({ person }: Speaking, id: string): boolean {
  const kind = person.things.get(id)?.kind;
  if (kind !== "device" && kind !== "line") return false;
  return [...person.things.values()].filter((each) => each.kind === kind && each.of === undefined).length > 1;
}

/** The same where nothing beside it says at whom: `Switch on Added Security (Bank)`; a title that says it is left as it is. */
export function sayMeasureAt(telling: Telling, id: string): string {
  const { answer, world, lang } = telling;
  const said = sayMeasure(telling, id);
  const institution = measureOf(answer, id)?.institution;
  const at = institution === undefined ? "" : sayInstitution(world, institution, lang);
  return at === "" || said.includes(at) ? said : said + inBrackets(at, lang);
}

export const measureOf = (answer: AuditAnswer, id: string): MeasureAnswer | undefined =>
  answer.catalogue.find((measure) => measure.id === id);

/** The way a flow is called, wherever only its id is at hand. */
export function sayFlow(
  { world, lang }: Pick<Telling, "world" | "lang">,
  institution: string,
  flow: string,
): string {
  return (
    world.catalog.institutions.get(institution)?.flows.find(({ id }) => id === flow)?.title[lang] ?? flow
  );
}
