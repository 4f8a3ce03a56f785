/** A flow that a patch takes away is taken out of the measures that speak of it, in whichever institution. */
import { expect, test } from "vitest";
import { catalogOf } from "../../test/kit/small-world.ts";
import { applyPatch } from "./patch.ts";
import { readYaml } from "./yaml-text.ts";

const head = (id: string) =>
  `institution: ${id}\nprovides: account\nbasis: { status: tested, seen: 2020, source: "https://example.org" }\n`;
const texts: Readonly<Record<string, string>> = {
  one: `${head("one")}flows:
  in: { asks: know(account.password), gives: [enter(account)], takes: 1m, measures: [only-this] }
  out: { asks: enter(account), gives: [drain(account)], takes: 1m, measures: [both] }
measures:
  only-this: { by: institution, effort: low, replaces: { in: { takes: 2m } } }
  both: { by: institution, effort: low, replaces: { in: { takes: 2m }, out: { takes: 3m } } }
`,
  two: `${head("two")}flows:
  in: { asks: know(account.password), gives: [enter(account)], takes: 1m }
measures:
  elsewhere: { by: institution, effort: low, removes: [one/in] }
`,
};

test("a flow that is taken away leaves no measure that speaks of it, and a measure of nothing else goes with it", () => {
  const catalog = catalogOf(...Object.values(texts));
  const yamlOf = (id: string) => (texts[id] === undefined ? undefined : readYaml(texts[id], `${id}.yaml`));
  const applied = applyPatch({
    catalog,
    yamlOf,
    patch: readYaml("patch: gone\nflows: { one/in: null }\n", "patch.yaml"),
  });
  expect(applied.complaints.map(String)).toEqual([]);
  const left = [...(applied.catalog?.institutions.values() ?? [])].map(({ id, flows, measures }) => [
    id,
    flows.map((flow) => [flow.id, flow.measures]),
    measures.map((measure) => measure.id),
  ]);
  expect(left).toEqual([
    ["one", [["out", ["both"]]], ["both"]],
    ["two", [["in", []]], []],
  ]);
});

test("a flow that is not there is not changed in silence: the nearest name is told; one that does something is new", () => {
  const catalog = catalogOf(...Object.values(texts));
  const yamlOf = (id: string) => (texts[id] === undefined ? undefined : readYaml(texts[id], `${id}.yaml`));
  const told = (flows: string) =>
    applyPatch({
      catalog,
      yamlOf,
      patch: readYaml(`patch: p\nflows: { ${flows} }\n`, "patch.yaml"),
    }).complaints.map(({ sentence, help }) => [sentence, help]);
  expect(told("one/outt: { delay: 24h }")).toEqual([
    ["no flow `one/outt` to change, and a new one that does nothing", "did you mean `out`?"],
  ]);
  expect(told("one/again: { asks: know(account.password), gives: [enter(account)] }")).toEqual([]);
  expect(told("one/out: { delay: 24h }")).toEqual([]);
});

test("an institution whose flows stand in two files is not patched by one of them", () => {
  const catalog = catalogOf(...Object.values(texts));
  const half = `${head("one")}flows:\n  in: { asks: know(account.password), gives: [enter(account)], takes: 1m }\n`;
  const applied = applyPatch({
    catalog,
    yamlOf: (id) => (id === "one" ? readYaml(half, "one.yaml") : undefined),
    patch: readYaml("patch: p\nflows: { one/in: { takes: 9m } }\n", "patch.yaml"),
  });
  expect([applied.catalog, applied.complaints.map(({ sentence }) => sentence)]).toEqual([
    undefined,
    ["`one` is extended by another file, which the patch would lose"],
  ]);
});

test("a common measure is put in force at one institution by its name there, and not where no flow has it", () => {
  const lists = (id: string, measures: string) =>
    `${head(id)}flows:\n  in: { asks: know(account.password), gives: [enter(account)], takes: 1m, measures: [${measures}] }\n`;
  const common = (id: string, more: string) =>
    `${id}: { title: { en: Later, zh: 晚些 }, by: institution, effort: low, delays: 24h${more} }`;
  const catalog = catalogOf(
    lists("one", "later, all-later"),
    lists("two", "all-later"),
    `measures: { ${common("later", "")}, ${common("all-later", ", per: world")} }\n`,
  );
  const told = (measure: string) => {
    const patch = readYaml(`patch: p\nmeasures: [${measure}]\n`, "patch.yaml");
    const { measures, complaints } = applyPatch({ catalog, yamlOf: () => undefined, patch });
    return complaints.length === 0 ? measures : complaints.map(({ code }) => code);
  };
  expect(["later", "one/later", "all-later"].map(told)).toEqual([["later"], ["one/later"], ["all-later"]]);
  expect(["two/later", "one/all-later"].map(told)).toEqual([
    ["catalog/unknown-measure"],
    ["catalog/unknown-measure"],
  ]);
});

test("a decision for all institutions together is no institution's own, and the way out says so", () => {
  const together =
    "measures: { everywhere: { by: institution, effort: low, per: world, asks-more: [show-face(person)] } }\n";
  const catalog = catalogOf(...Object.values(texts), together);
  const told = (measure: string) =>
    applyPatch({
      catalog,
      yamlOf: () => undefined,
      patch: readYaml(`patch: p\nmeasures: [${measure}]\n`, "patch.yaml"),
    }).complaints.map(({ code, help }) => [code, help]);
  expect(told("everywhere")).toEqual([]);
  expect(told("one/both")).toEqual([]);
  expect(told("one/everywhere")).toEqual([
    [
      "catalog/unknown-measure",
      "write `everywhere` to have it everywhere, or change the flows it is about under `flows`",
    ],
  ]);
});
