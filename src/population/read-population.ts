/**
 * Reads a population: its template as a person file, its shares, and what hangs on what. All that is wrong is said at
 * once: things and values that are not there, sums that are not 1, circles, lines nobody is left for, and a share of
 * everybody that the parts do not add up to.
 */
import { type Catalog, helpWith, readShape, valueAt, type YamlText } from "../catalog/index.ts";
import { Complaint, type ComplaintCode, compareText, thingTypes } from "../model/index.ts";
import { type Person, readPerson } from "../person/index.ts";
import { drawn } from "./draw.ts";
import {
  type Given,
  type Odds,
  type Population,
  populationShape,
  type Range,
  type Share,
  type ShareOf,
  type ShareText,
  shareEntryShape,
  valuesOf,
} from "./population.ts";

export interface PopulationRead {
  readonly population: Population | undefined;
  readonly complaints: readonly Complaint[];
}

export function readPopulation(yaml: YamlText, catalog: Catalog): PopulationRead {
  const { value: text, complaints: shape } = readShape(populationShape, yaml);
  const complaints: Complaint[] = [...yaml.complaints, ...shape];
  if (text === undefined)
    return { population: undefined, complaints: [...complaints, ...otherFaults(yaml, catalog)] };
  const template = readPerson(
    {
      ...yaml,
      value: text.template,
      complaints: [],
      locate: (path, what) => yaml.locate(["template", ...path], what),
    },
    catalog,
  );
  complaints.push(...template.complaints);
  const { person } = template;
  if (person === undefined) return { population: undefined, complaints };
  const reading: Reading = { yaml, catalog, person, complaints };
  const read = Object.entries(text.shares).flatMap(([key, body]) => shareFrom(reading, key, body) ?? []);
  const shares = inOrder(reading, lookedUp(reading, read, new Set(Object.keys(text.shares))));
  const population: Population = {
    id: text.population,
    title: text.title,
    template: { ...person, sameSecret: [] },
    shares,
  };
  const isWrong = () => complaints.some(({ severity }) => severity === "error");
  if (!isWrong()) addUp(reading, population, text.shares);
  return { population: isWrong() ? undefined : population, complaints };
}

/** A fault in one share hides none in the template or in another. */
function otherFaults(yaml: YamlText, catalog: Catalog): readonly Complaint[] {
  const within = (path: readonly (string | number)[]): YamlText => ({
    ...yaml,
    value: valueAt(yaml.value, path),
    complaints: [],
    locate: (inner, what) => yaml.locate([...path, ...inner], what),
  });
  const { person, complaints: wrong } = readPerson(within(["template"]), catalog);
  const bodies = valueAt(yaml.value, ["shares"]);
  if (person === undefined || typeof bodies !== "object" || bodies === null) return wrong;
  const reading: Reading = { yaml, catalog, person, complaints: [...wrong] };
  for (const key of Object.keys(bodies)) {
    const { value } = readShape(shareEntryShape, within(["shares", key]));
    if (value !== undefined) shareFrom(reading, key, value);
  }
  return reading.complaints;
}

interface Reading {
  readonly yaml: YamlText;
  readonly catalog: Catalog;
  readonly person: Person;
  readonly complaints: Complaint[];
}

interface Fault {
  readonly code: ComplaintCode;
  readonly message: string;
  readonly help: string;
}

function complain(
  { yaml, complaints }: Reading,
  path: readonly (string | number)[],
  fault: Fault,
): undefined {
  complaints.push(new Complaint({ ...fault, place: yaml.locate(["shares", ...path], "key") }));
}

function shareFrom(reading: Reading, key: string, body: ShareText): Share | undefined {
  const meant = meantBy(reading, key, "has" in body);
  if (meant === undefined) return undefined;
  const { of, allowed } = meant;
  const odds = oddsFrom(reading, { key, path: [key], allowed }, body);
  const given = (body.given ?? []).flatMap((line, index): readonly Given[] => {
    const found = oddsFrom(reading, { key, path: [key, "given", index], allowed }, line);
    if (found === undefined) return [];
    const wanted = Object.entries(line.when).map(
      ([other, values]) => [other, Array.isArray(values) ? values : [values]] as const,
    );
    return [{ when: new Map(wanted), odds: found }];
  });
  return odds === undefined ? undefined : { key, source: body.source, of, odds, given };
}

interface Meant {
  readonly of: ShareOf;
  /** The values there are; absent: any. */
  readonly allowed: readonly string[] | undefined;
}

function meantBy(reading: Reading, key: string, isHad: boolean): Meant | undefined {
  const { person, catalog } = reading;
  const [kind = "", name = "", attribute] = key.split(".");
  if (kind === "group") {
    if (name !== "" && attribute === undefined && !isHad)
      return { of: { kind: "group", group: name }, allowed: undefined };
    return complain(reading, [key], {
      code: "shape/bad-text",
      message: `\`${key}\` is a group, which is not had`,
      help: "write `group.` with a name and give its `values`",
    });
  }
  const thing = `${kind}.${name}`;
  const there = person.things.get(thing);
  if (there === undefined)
    return complain(reading, [key], {
      code: "design/unknown-word",
      message: `no thing \`${thing}\` in the template`,
      help: helpWith(thing, person.things.keys(), "add it to the template"),
    });
  if (isHad) {
    if (attribute === undefined) return { of: { kind: "thing", thing }, allowed: undefined };
    return complain(reading, [key], {
      code: "shape/bad-text",
      message: `\`${key}\` is an attribute, which is not had`,
      help: "give its `values`",
    });
  }
  const known = attribute === undefined ? undefined : thingTypes[there.kind].attributes[attribute];
  const setting = catalog.institutions.get(there.institution ?? "")?.settings.get(attribute ?? "");
  if (attribute === undefined || (known === undefined && setting === undefined))
    return complain(reading, [key], {
      code: "design/unknown-word",
      message: `\`${key}\` has no values`,
      help: helpWith(
        attribute ?? "",
        Object.keys(thingTypes[there.kind].attributes),
        "name an attribute behind the thing",
      ),
    });
  return { of: { kind: "attribute", thing, attribute }, allowed: known?.values ?? setting?.values };
}

type RangeText = number | readonly [number, number];
type OddsText =
  | { readonly has: RangeText }
  | { readonly values: Readonly<Record<string, RangeText | "rest">> };
interface OddsPlace {
  readonly key: string;
  readonly path: readonly (string | number)[];
  readonly allowed: readonly string[] | undefined;
}

const rangeOf = (text: RangeText): Range =>
  typeof text === "number" ? { from: text, to: text } : { from: text[0], to: text[1] };

function oddsFrom(reading: Reading, { key, path, allowed }: OddsPlace, text: OddsText): Odds | undefined {
  const say = (fault: Fault) => complain(reading, path, fault);
  const ranges = "has" in text ? [text.has] : Object.values(text.values);
  if (ranges.some((each) => each !== "rest" && rangeOf(each).from > rangeOf(each).to))
    return say({
      code: "shape/bad-text",
      message: `the range of \`${key}\` ends before it begins`,
      help: "put the two shares in order",
    });
  if ("has" in text) return { kind: "has", ...rangeOf(text.has) };
  const entries = Object.entries(text.values);
  const wrong = entries.find(([value]) => allowed?.includes(value) === false);
  if (wrong !== undefined)
    return say({
      code: "design/unknown-word",
      message: `\`${key}\` has no value \`${wrong[0]}\``,
      help: helpWith(wrong[0], allowed ?? [], "see docs/reference/notation.md"),
    });
  return sharedOut(say, key, entries);
}

/** Values with a share each, and the one that has what is left; without ranges the last does. */
function sharedOut(
  say: (fault: Fault) => undefined,
  key: string,
  entries: readonly (readonly [string, RangeText | "rest"])[],
): Odds | undefined {
  const rests = entries.flatMap(([value, each]) => (each === "rest" ? [value] : []));
  const values = entries.flatMap(([value, each]) => (each === "rest" ? [] : [{ value, ...rangeOf(each) }]));
  const most = values.reduce((sum, { to }) => sum + to, 0);
  const rounded = Number(most.toFixed(6));
  if (rests.length > 1 || (rests.length === 0 && values.some(({ from, to }) => from < to)))
    return say({
      code: "shape/bad-text",
      message: `of the shares of \`${key}\` one must be what is left`,
      help: "where a value has a range, write `rest` for exactly one other",
    });
  const [rest] = rests;
  if (rest === undefined ? Math.abs(most - 1) > 1e-6 : most > 1 + 1e-6)
    return say({
      code: "shape/bad-text",
      message: `the shares of \`${key}\` add up to ${rounded}, ${rest === undefined ? "not to" : "more than"} 1`,
      help: "write `rest` for one of the values; a share for those of whom nothing is known is `unknown`",
    });
  return rest === undefined
    ? { kind: "value", values: values.slice(0, -1), rest: values.at(-1)?.value ?? "unknown" }
    : { kind: "value", values, rest };
}

/** Lines whose words are there, and that somebody is left for. */
function lookedUp(
  reading: Reading,
  shares: readonly Share[],
  written: ReadonlySet<string>,
): readonly Share[] {
  const byKey = new Map(shares.map((each) => [each.key, each]));
  return shares.map((share) => {
    const given = share.given.filter(({ when }, line) => {
      const path = [share.key, "given", line];
      const unknown = [...when].flatMap(([key, values]): readonly Fault[] => {
        const other = byKey.get(key);
        // What is wrong with a share that is there was said of that one.
        if (other === undefined && written.has(key)) return [];
        if (other === undefined || key === share.key)
          return [
            {
              code: "design/unknown-word",
              message: `\`${share.key}\` hangs on \`${key}\`, which is no other share`,
              help: helpWith(
                key,
                [...byKey.keys()].filter((each) => each !== share.key),
                "give it a share of its own",
              ),
            },
          ];
        const possible = valuesOf(other);
        return values
          .filter((value) => !possible.includes(value))
          .map((value) => ({
            code: "design/unknown-word",
            message: `of \`${key}\` nobody draws \`${value}\``,
            help: helpWith(String(value), possible.map(String), "name a value its share has"),
          }));
      });
      for (const fault of unknown) complain(reading, path, fault);
      const taken = share.given.slice(0, line).some((earlier) => takesAllOf(earlier, when));
      if (taken)
        complain(reading, path, {
          code: "design/never-used",
          message: `nobody is left for line ${line + 1} of \`${share.key}\`: an earlier line takes all of them`,
          help: "put the narrower line first",
        });
      return unknown.length === 0 && !taken;
    });
    return { ...share, given };
  });
}

const takesAllOf = (earlier: Given, when: Given["when"]): boolean =>
  [...earlier.when].every(
    ([key, values]) => when.get(key)?.every((value) => values.includes(value)) === true,
  );

/** Each behind those it hangs on; by key otherwise. */
function inOrder(reading: Reading, shares: readonly Share[]): readonly Share[] {
  const waiting = new Map(
    [...shares].sort((a, b) => compareText(a.key, b.key)).map((each) => [each.key, each]),
  );
  const placed: Share[] = [];
  while (waiting.size > 0) {
    const next = [...waiting.values()].find(({ given }) =>
      given.every(({ when }) => ![...when.keys()].some((key) => waiting.has(key))),
    );
    if (next === undefined) {
      const [first = ""] = waiting.keys();
      complain(reading, [first], {
        code: "design/circle-of-shares",
        message: `these shares hang on one another in a circle: ${[...waiting.keys()].map((key) => `\`${key}\``).join(", ")}`,
        help: "leave out one `given`, so that one of them comes first",
      });
      return [...placed, ...waiting.values()];
    }
    placed.push(next);
    waiting.delete(next.key);
  }
  return placed;
}

/** People drawn to see whether the parts come to what was counted of everybody. */
const drawnToAddUp = 20_000;
/** Half a percent of the drawing, four times over, and what rounding of published figures comes to. */
const apart = 0.02;

function addUp(reading: Reading, population: Population, texts: Readonly<Record<string, ShareText>>): void {
  const counted = population.shares.flatMap(({ key }) => {
    const overall = texts[key]?.overall;
    if (overall === undefined) return [];
    const wanted: readonly (readonly [string | boolean, RangeText])[] =
      typeof overall === "number" || Array.isArray(overall)
        ? [[true, overall as RangeText]]
        : Object.entries(overall as Readonly<Record<string, RangeText>>);
    return wanted.map(([value, range]) => ({ key, value, ...rangeOf(range), found: 0 }));
  });
  if (counted.length === 0) return;
  for (let index = 0; index < drawnToAddUp; index++) {
    const draws = drawn({ population, seed: 1, index });
    for (const each of counted) if (draws.get(each.key) === each.value) each.found++;
  }
  for (const { key, value, from, to, found } of counted) {
    const share = found / drawnToAddUp;
    if (share >= from - apart && share <= to + apart) continue;
    const percent = (each: number) => `${(each * 100).toFixed(1)} %`;
    complain(reading, [key, "overall"], {
      code: "design/overall-differs",
      message: `the parts of \`${key}\` come to ${percent(share)} of everybody for \`${value}\`, not to ${percent((from + to) / 2)}`,
      help: "mend the share, its `given` or its `overall`; one of them was counted otherwise",
    });
  }
}
