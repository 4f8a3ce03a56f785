/**
 * Reads the catalogue when the page is built and lays what the page needs beside it as files of values: the founding
 * case, the whole catalogue for cases of one's own, the list of services to choose from, the founding night as told.
 *
 * What to know to trust it: institutions that have no part in the founding case lose their flows in its file, and
 * nothing else does; the build fails when the world grounded from the smaller catalogue is not, rule for rule, the one
 * grounded from the whole. So the page asks exactly what the server and the command line ask.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pinyin } from "pinyin-pro";
import type { Plugin } from "vite";
import {
  type CatalogRead,
  catalogueDay,
  readShape,
  readWholeFolder,
  readYaml,
  type SourceText,
  sourcesShape,
} from "../src/catalog/index.ts";
import { type Grounded, ground } from "../src/ground/index.ts";
import type { StepId } from "../src/model/index.ts";
import { readPerson } from "../src/person/index.ts";
import { openTemplate, type Population, readPopulation } from "../src/population/index.ts";
import { type Assertion, foundingPeople, foundingQuestion, readAssertions } from "../src/questions/index.ts";
import { readNight, recordsOf, runNight } from "../src/testing/index.ts";
import { catalogueOf, lendingFor, sourcesFor } from "./src/engine/case-catalogue.ts";
import {
  type CaseData,
  type CaseSource,
  type FoundingState,
  foundingStates,
  type WholeCatalogue,
} from "./src/engine/case-data.ts";
import { type AnsweredCase, openEngine, openedOf } from "./src/engine/engine.ts";
import { pack, unpack } from "./src/engine/packed.ts";
import type { Example } from "./src/happened/example-data.ts";
import { type CallList, callListOf } from "./src/home/numbers.ts";
import type { ToldNight } from "./src/night/told-night.ts";
import { type Service, servicesOf } from "./src/things/services.ts";
import type { InstitutionFiles } from "./src/what-if/edit.ts";

const folder = fileURLToPath(new URL("../catalog", import.meta.url));

interface Read {
  readonly texts: readonly SourceText[];
  readonly read: CatalogRead;
}

/** Whoever asks outside a build asks of one reading: values nobody changes. */
let once: Read | undefined;
const readOnce = (): Read => {
  once ??= readFolder();
  return once;
};

function readFolder(): Read {
  const read = readWholeFolder({ folder, stories: true });
  return { texts: read.texts, read };
}

const files: Readonly<Record<string, (read: Read) => unknown>> = {
  founding: (read) => answeredOf(read, "after"),
  "founding-before": (read) => answeredOf(read, "before"),
  catalogue: wholeOf,
  services: ({ read }) => servicesOf(read.catalog, romanised),
  night: nightOf,
  population: populationOf,
  records: recordsHere,
  rules: rulesOf,
  institutions: institutionFilesOf,
};

/** The document names each file in `<link id="founding">` and so on; the browser fetches them when it has time. */
export function data(): Plugin {
  const packed = new Map<string, string>();
  return {
    name: "chainbreak-data",
    buildStart() {
      const read = readFolder();
      for (const [name, make] of Object.entries(files)) {
        const source = pack(make(read));
        packed.set(`/data/${name}.json`, source);
        if (!this.meta.watchMode) this.emitFile({ type: "asset", name: `${name}.json`, source });
      }
    },
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle }) =>
        Object.keys(files).map((name) => {
          const built = Object.values(bundle ?? {}).find(
            (file) => file.type === "asset" && file.names.includes(`${name}.json`),
          );
          const href = built === undefined ? `/data/${name}.json` : `./${built.fileName}`;
          return { tag: "link", attrs: { id: name, rel: "x-data", href }, injectTo: "head" as const };
        }),
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const found = packed.get(request.url ?? "");
        if (found === undefined) return next();
        response.setHeader("Content-Type", "application/json; charset=utf-8");
        response.end(found);
      });
    },
  };
}

export const readFounding = (state: FoundingState = "after"): CaseData => foundingOf(readOnce(), state);
export const readFoundingAnswered = (state: FoundingState): AnsweredCase => answeredOf(readOnce(), state);
export const readWhole = (): WholeCatalogue => wholeOf(readOnce());
export const readRulesHere = (): readonly Assertion[] => rulesOf(readOnce());
export const readInstitutionFilesHere = (): InstitutionFiles => institutionFilesOf(readOnce());
export const readPopulationHere = (): Population => populationOf(readOnce());
export const readToldNight = (): ToldNight => nightOf(readOnce());
export const readServices = (): readonly Service[] => servicesOf(readOnce().read.catalog, romanised);

export const readCallList = (): CallList => callListOf(readOnce().read.catalog);

/** `支付宝` → `zhifubao`, `zfb`. */
function romanised(chinese: string): readonly string[] {
  const whole = (pattern: "pinyin" | "first") =>
    pinyin(chinese, { toneType: "none", pattern, nonZh: "consecutive", type: "array" }).join("");
  return [whole("pinyin"), whole("first")];
}

/** What can be lost of the founding case, by its state; both begin with the same things in the same hands. */
function foundingSums(from: Read): Readonly<Record<FoundingState, number>> {
  const sumOf = (state: FoundingState) =>
    openEngine(foundingIn(from, state)).askQuickly([]).audit.reachableAmount;
  return { before: sumOf("before"), after: sumOf("after") };
}

const foundingOf = (from: Read, state: FoundingState): CaseData => ({
  ...foundingIn(from, state),
  founding: { state, sums: foundingSums(from) },
});

/** With what its first view says; the page would work out the same. */
function answeredOf(from: Read, state: FoundingState): AnsweredCase {
  const data = foundingOf(from, state);
  const opened = openedOf(openEngine(data));
  assert.deepEqual(unpack(pack(opened)), opened); // Nothing in it is lost on its way.
  return { data, opened };
}

const personIn: Readonly<Record<FoundingState, string | undefined>> = {
  after: foundingQuestion.person,
  before: foundingPeople.find((id) => id !== foundingQuestion.person),
};

const cut = new WeakMap<Read, Map<FoundingState, CaseData>>();

/** Cut once for a reading: its file, the other state's sums and the night ask for it alike. */
function foundingIn(from: Read, state: FoundingState): CaseData {
  const known = cut.get(from) ?? new Map<FoundingState, CaseData>();
  const data = known.get(state) ?? cutFounding(from, state);
  cut.set(from, known.set(state, data));
  return data;
}

function cutFounding({ texts, read: { catalog, others } }: Read, state: FoundingState): CaseData {
  const person = others
    .filter(({ kind }) => kind === "person")
    .map(({ yaml }) => readPerson(yaml, catalog).person)
    .find((read) => read?.id === personIn[state]);
  assert(person !== undefined, `the catalogue holds no person ${personIn[state]} without a fault`);
  const world = ground({ catalog, person });
  const lending = lendingFor(catalog, person);
  const lent = ground({ catalog, person, lend: lending });
  const small = catalogueOf(catalog, lent, lending);
  assertSameWorld(world, ground({ catalog: small, person }));
  assertSameWorld(lent, ground({ catalog: small, person, lend: lending }));
  const sources = sourcesFor(small, sourcesIn(texts));
  assert(sources.size > 0, `no source of ${person.id} is named`);
  const { held, at } = foundingQuestion;
  return { question: { held, at }, catalog: small, person, lending, sources };
}

/** What the founding night would have left in the owner's hands, mixed into a month of ordinary life. */
function recordsHere({ read: { catalog, others } }: Read): Example {
  const [written] = others.filter(({ kind }) => kind === "night");
  const yamlOf = (id: string) => others.find(({ file }) => file.endsWith(`people/${id}.yaml`))?.yaml;
  const read = written === undefined ? undefined : readNight(written.yaml, written.file, catalog, yamlOf);
  assert(read?.night !== undefined, "the catalogue tells no night");
  const { night } = read;
  const { steps, person } = night.world;
  const { lines, night: played } = runNight(night).replay;
  /** What that run moved, each sum once on its way. */
  const movedBy = (step: StepId, at: number): number | undefined => {
    const sums = played.events.flatMap((event) =>
      event.kind === "money" && event.step === step && event.at === at ? [event.amount] : [],
    );
    return sums.length === 0 ? undefined : Math.max(...sums);
  };
  const { rows, files, told } = recordsOf({
    world: night.world,
    runs: lines.flatMap(({ step, allowed, actor, at: from, endsAt: to }) =>
      step === undefined || !allowed
        ? []
        : [{ step: steps[step]!, actor, from, to, amount: movedBy(step, to) }],
    ),
    beginsAt: "2020-09-04T19:30:00+08:00",
    zoneMinutes: 480,
    seed: 1,
    daysBefore: 30,
    daysAfter: 1,
  });
  const document = others.find(({ kind, yaml }) => kind === "person" && idIn(yaml.value) === person.id)?.yaml
    .value;
  assert(document !== undefined, `the catalogue holds no person ${person.id}`);
  return {
    document,
    files: files.map(({ file, source, from, to }) => ({
      name: file,
      text: JSON.stringify({
        file,
        source,
        declared: { from, to },
        rows: rows.flatMap(({ row }) => (row.file === file ? [row] : [])),
        complaints: [],
      }),
    })),
    told: {
      goneSince: "2020-09-04T19:30",
      words: told.map(({ at, says }) => `${at.slice(0, 16).replace("T", " ")} ${says}`).join("\n"),
    },
  };
}

const idIn = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "person" in value
    ? (value.person as { readonly id?: unknown } | null)?.id
    : undefined;

/** Of simulated nights beside the told one: the SIM is moved from 20:44 on; at 21:24 the dead number rings again. */
const foundingNight = { thievesFrom: 74, noticedAt: 114 };

function nightOf(from: Read): ToldNight {
  const { catalog, others } = from.read;
  const [written] = others.filter(({ kind }) => kind === "night");
  assert(written !== undefined, "the catalogue tells no night");
  const { night } = readNight(
    written.yaml,
    written.file,
    catalog,
    (id) => others.find(({ file }) => file.endsWith(`people/${id}.yaml`))?.yaml,
  );
  assert(night !== undefined, `${written.file} has a fault`);
  const { title, world, held, startsAt, endsAt, script, lines, ends, defence } = night;
  assert(defence !== undefined, `${written.file} does not tell what the owner did`);
  // The page replays it with the catalogue of the founding case, which is smaller.
  for (const state of foundingStates) {
    const { catalog: small } = foundingIn(from, state);
    assertSameWorld(world, ground({ catalog: small, person: world.person }));
  }
  return {
    title,
    person: world.person,
    held,
    startsAt,
    endsAt,
    lines: script.map((line, i) => {
      const { note, seen, believed, uncertain } = lines[i]!; // A script has a line for each that is told.
      const told = {
        ...(note === undefined ? {} : { saying: note }),
        ...(seen === undefined ? {} : { seen }),
        ...(believed === undefined ? {} : { believed }),
      };
      return { ...line, ...told, isConcluded: uncertain === true };
    }),
    losses: ends.losses.map(({ goal, amount, told }) => ({
      goal,
      ...(amount === undefined ? {} : { amount: typeof amount === "number" ? amount : amount.to }),
      ...(told === undefined ? {} : { told }),
    })),
    defence,
    ...foundingNight,
  };
}

/** Whom a changed rule is weighed for. */
function populationOf({ read: { catalog } }: Read): Population {
  const file = fileURLToPath(new URL("../catalog/populations/cn-2026.yaml", import.meta.url));
  const { population, complaints } = readPopulation(readYaml(readFileSync(file, "utf8"), file), catalog);
  assert(population !== undefined, complaints.map(({ message }) => message).join("\n"));
  return population;
}

/** Files of the institutions that play a part for those a changed rule is weighed for: what a story has to write out. */
function institutionFilesOf(from: Read): InstitutionFiles {
  const { texts, read } = from;
  const { catalog } = read;
  const { world } = openTemplate({ catalog, population: populationOf(from), today: catalogueDay(catalog) });
  const ids = [...new Set(world.steps.map(({ institution }) => institution))].sort();
  const files = ids.flatMap((id) => {
    const text = texts.find(({ file }) => file === catalog.files.get(id));
    return text === undefined ? [] : [[id, readYaml(text.text, text.file).value] as const];
  });
  assert(files.length > 0, "no institution plays a part for the population");
  return Object.fromEntries(files);
}

/** The shipped packs without their examples, which `chainbreak check` has tried. */
function rulesOf({ read: { catalog, others } }: Read): readonly Assertion[] {
  const rules = others
    .filter(({ kind }) => kind === "pack")
    .flatMap(({ yaml }) => readAssertions(yaml, catalog).assertions)
    .map(({ breaks: _, keeps: __, ...rule }) => rule);
  assert(rules.length > 0, "the catalogue has no packs of rules");
  return rules;
}

function wholeOf({ texts, read: { catalog } }: Read): WholeCatalogue {
  return { catalog: { ...catalog, sources: new Map(), files: new Map() }, sources: sourcesIn(texts) };
}

function assertSameWorld(whole: Grounded, small: Grounded): void {
  assert.deepEqual(small.atoms, whole.atoms);
  assert.deepEqual(small.steps, whole.steps);
  assert.deepEqual(small.choices, whole.choices);
  assert.deepEqual(small.goals, whole.goals);
  assert.deepEqual(small.coverage, whole.coverage);
}

/** Every source the catalogue names, with its title in both languages. */
function sourcesIn(texts: readonly SourceText[]): ReadonlyMap<string, CaseSource> {
  const found = new Map<string, CaseSource>();
  for (const { file, text } of texts) {
    if (!/^sources:/m.test(text)) continue;
    const { value } = readShape(sourcesShape, readYaml(text, file));
    for (const [id, { title, url, published }] of Object.entries(value?.sources ?? {})) {
      const both = typeof title === "string" ? { en: title, zh: title } : title;
      found.set(id, {
        title: both,
        ...(url === undefined ? {} : { url }),
        ...(published === undefined ? {} : { published: String(published) }),
      });
    }
  }
  return found;
}
