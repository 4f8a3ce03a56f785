/** `--with` at `design`: one's own files lie over both sides of a change, and over the catalogue a population is asked in. */
import { expect, test } from "vitest";
import { said } from "../../test/doors/said.ts";
import { smallFiles, smallPerson } from "../../test/doors/small-world.ts";

const basis = "basis: { status: tested, seen: 2020-09-04, source: case }";
const extension = `extends: paywell
${basis}
flows:
  recover:
    title: { en: Get back in by the ID number, zh: 凭身份证号找回 }
    asks: know(person.id-number)
    gives: [enter(account)]
    takes: 1m
`;
const population = `population: some
title: { en: some, zh: 一些人 }
template:
${smallPerson.replaceAll(/^/gm, "  ")}
shares:
  sim.main.pin: { values: { set: 0.5, none: 0.5 }, source: range }
`;
const files = {
  ...smallFiles("world"),
  "some.yaml": population,
  "own/paywell.yaml": extension,
  "broken.yaml": extension.replace("know(", "knows("),
  "rule.yaml":
    "assertion: r\ntitle: { en: r, zh: 规则 }\nsource: own\nforce: own\njudged: mechanical\nnever: { from: [know(person.id-number)], reach: [enter(account)] }\n",
  "quick.yaml": "patch: quick\nflows:\n  paywell/send: { delay: null }\n",
  "people/small.yaml": smallPerson,
};
const run = (line: string) => said(["design", ...line.split(" ")], { files });

test("a way of one's own is a way also for a population, and nobody's without it", async () => {
  const ask = "exposed some.yaml world --held know(person.id-number) --people 50 --json";
  const share = async (line: string) => JSON.parse((await run(line)).out).any.share;
  expect([await share(ask), await share(`${ask} --with own`)]).toEqual([0, 1]);
  const helped = await run(
    "helps some.yaml --in world --held know(person.id-number) --people 50 --orders 0 --json --with own",
  );
  expect([helped.code, JSON.parse(helped.out)[0].exposed]).toEqual([0, 50]);
});

test("it lies over both sides of a change: by itself it is none, and a patch is laid over what it was written for", async () => {
  const ask = "--people people --held know(person.id-number) --not-leaked --format json";
  const effects = async (line: string): Promise<number> => JSON.parse((await run(line)).out).effects.length;
  // Without the way in by the ID number nobody feels that the money goes at once.
  expect(await effects(`diff world quick.yaml ${ask}`)).toBe(0);
  expect(await effects(`diff world quick.yaml ${ask} --with own`)).toBe(1);
  expect(await effects(`diff world world ${ask} --with own`)).toBe(0);
});

test("rules are held against what is laid over, and a faulty file stops with its fault", async () => {
  const checked = async (line: string) => {
    const { code, out, err } = await run(`check world --pack rule.yaml ${line}`);
    return { code, read: /(\d+ institutions? and \d+ flows?)/.exec(out)?.[1], err: err.split("\n")[0] };
  };
  expect(await checked("--lang en")).toEqual({ code: 0, read: "3 institutions and 9 flows", err: "" });
  expect(await checked("--lang en --with own")).toEqual({
    code: 0,
    read: "3 institutions and 10 flows",
    err: "",
  });
  expect(await checked("--with broken.yaml")).toMatchObject({
    code: 1,
    err: "broken.yaml:6:11: unknown capability `knows`",
  });
  expect((await checked("--with nowhere")).code).toBe(1);
});
