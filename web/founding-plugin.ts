/**
 * Reads the catalogue and the founding person when the page is built, and lays them beside it as one file of values.
 *
 * What to know to trust it: institutions that have no part in the case lose their flows here, and nothing else does;
 * the build fails when the world grounded from the smaller catalogue is not, rule for rule, the one grounded from the
 * whole. So the page asks exactly what the server and the command line ask.
 */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import {
  type Catalog,
  readCatalog,
  readShape,
  readTexts,
  readYaml,
  sourcesShape,
} from "../src/catalog/index.ts";
import { type Grounded, ground } from "../src/graph/index.ts";
import type { Institution } from "../src/model/index.ts";
import { type Person, readPerson } from "../src/person/index.ts";
import { foundingQuestion } from "../src/server/contract.ts";
import type { FoundingData, FoundingSource } from "./src/engine/founding-data.ts";
import { pack } from "./src/engine/packed.ts";

const folder = fileURLToPath(new URL("../catalog", import.meta.url));

/**
 * The document names the file in `<link id="founding">`, where the page finds it; and because the link is a preload, the
 * browser fetches it while the page's own code is still on its way.
 */
export function founding(): Plugin {
  const name = "founding.json";
  return {
    name: "chainbreak-founding",
    buildStart() {
      if (!this.meta.watchMode) this.emitFile({ type: "asset", name, source: pack(readFounding()) });
    },
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle }) => {
        const built = Object.values(bundle ?? {}).find(
          (file) => file.type === "asset" && file.names.includes(name),
        );
        const href = built === undefined ? `/${name}` : `./${built.fileName}`;
        const attrs = {
          id: "founding",
          rel: "preload",
          as: "fetch",
          type: "application/json",
          crossorigin: true,
          href,
        };
        return [{ tag: "link", attrs, injectTo: "head" }];
      },
    },
    configureServer(server) {
      server.middlewares.use(`/${name}`, (_, response) => {
        response.setHeader("Content-Type", "application/json; charset=utf-8");
        response.end(pack(readFounding()));
      });
    },
  };
}

export function readFounding(): FoundingData {
  const { texts } = readTexts([folder]);
  const { catalog, others } = readCatalog(texts);
  const person = others
    .filter(({ kind }) => kind === "person")
    .map(({ yaml }) => readPerson(yaml, catalog).person)
    .find((read) => read?.id === foundingQuestion.person);
  assert(person !== undefined, `the catalogue holds no person ${foundingQuestion.person} without a fault`);
  const world = ground({ catalog, person });
  const small = smaller(catalog, world);
  assertSameWorld(world, ground({ catalog: small, person }));
  return { question: foundingQuestion, catalog: small, person, sources: sourcesOf(texts, small, person) };
}

/** Others keep their names and the ids of their measures: an id that two institutions use is written longer. */
function smaller(catalog: Catalog, world: Grounded): Catalog {
  const used = new Set(world.rules.map(({ institution }) => institution));
  const kept = [...catalog.institutions].map(([id, institution]): [string, Institution] => {
    if (used.has(id)) return [id, institution];
    const measures = institution.measures.map((measure) => ({ ...emptyMeasure, id: measure.id }));
    return [
      id,
      {
        ...institution,
        also: [],
        contacts: [],
        settings: new Map(),
        defaults: new Map(),
        flows: [],
        measures,
      },
    ];
  });
  return { ...catalog, institutions: new Map(kept), sources: new Map(), files: new Map() };
}

const emptyMeasure: Omit<Institution["measures"][number], "id"> = {
  title: { en: "", zh: "" },
  by: "institution",
  effort: 1,
  perWorld: false,
  replaces: new Map(),
  removes: [],
  asksMore: [],
  givesLess: [],
  changes: [],
  sets: [],
  valid: {},
};

function assertSameWorld(whole: Grounded, small: Grounded): void {
  assert.deepEqual(small.atoms, whole.atoms);
  assert.deepEqual(small.rules, whole.rules);
  assert.deepEqual(small.choices, whole.choices);
  assert.deepEqual(small.goals, whole.goals);
  assert.deepEqual(small.coverage, whole.coverage);
}

/** Where the flows in this case are known from, with titles in both languages. */
function sourcesOf(
  texts: readonly { readonly file: string; readonly text: string }[],
  catalog: Catalog,
  person: Person,
): FoundingData["sources"] {
  const used = new Set(
    [...catalog.institutions.values()].flatMap(({ flows }) => flows.map(({ basis }) => basis.source)),
  );
  const found = new Map<string, FoundingSource>();
  for (const { file, text } of texts) {
    if (!/^sources:/m.test(text)) continue;
    const { value } = readShape(sourcesShape, readYaml(text, file));
    for (const [id, { title, url, published }] of Object.entries(value?.sources ?? {})) {
      if (!used.has(id)) continue;
      const both = typeof title === "string" ? { en: title, zh: title } : title;
      found.set(id, {
        title: both,
        ...(url === undefined ? {} : { url }),
        ...(published === undefined ? {} : { published: String(published) }),
      });
    }
  }
  assert(found.size > 0, `no source of ${person.id} is named`);
  return found;
}
