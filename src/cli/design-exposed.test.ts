/** `design exposed` at the door: the answer on a population, and every word it does not know. */
import { expect, test } from "vitest";
import { said } from "../../test/doors/said.ts";
import { smallFiles, smallPerson } from "../../test/doors/small-world.ts";

const population = `population: some
title: { en: some, zh: 一些人 }
template:
${smallPerson.replaceAll(/^/gm, "  ")}
shares:
  account.pay: { has: [0.2, 0.6], source: range }
  sim.main.pin: { values: { set: 0.5, none: 0.5 }, source: range }
`;
const files = { ...smallFiles("world"), "some.yaml": population };
const check = (...words: readonly string[]) =>
  said(["design", "exposed", "some.yaml", "world", ...words], { files });

test("a population's answer, the same to the byte from the same seed, and less under a measure", async () => {
  const ask = ["--held", "possess(sim.main)", "--people", "500", "--json"];
  const [one, again, under] = [
    await check(...ask),
    await check(...ask),
    await check(...ask, "--measures", "no-code-alone"),
  ];
  expect(one.out).toBe(again.out);
  const [plain, measured] = [one, under].map(({ out }) => JSON.parse(out));
  expect(plain.any.share).toBeGreaterThan(0.1);
  expect(plain.any.share).toBeLessThan(0.3);
  expect(measured.any.share).toBe(0);
  expect(plain.sensitivity[0].atLow).toBeLessThan(plain.sensitivity[0].atHigh);
  expect(plain.coverage.notJudged).toEqual(["card.union"]);
});

test("nothing held, a word nobody has, a measure nobody has", async () => {
  const { code, err } = await check("--held", "possess(sim.other)", "--measures", "no-code");
  expect([code, err]).toMatchInlineSnapshot(`
    [
      1,
      "--held: no sim \`other\` in \`possess(sim.other)\`
      help: one of \`main\`
    --measures: no measure \`no-code\`
      help: one of \`no-code-alone\`
    some.yaml:10:20: warning: \`nobody-knows\` is not in the catalogue; nothing about \`card.union\` has been read
      help: one of \`bank\`
    ",
    ]
  `);
  expect((await check()).code).toBe(1);
});

test("what helps: the one change that protects most, the best set, and complaints as above", async () => {
  const ask = ["design", "helps", "some.yaml", "--in", "world", "--people", "300", "--held"];
  const { out, code } = await said([...ask, "possess(sim.main)", "--budget", "20", "--json"], { files });
  expect(code).toBe(0);
  const [answer] = JSON.parse(out);
  expect(answer.measures[0]).toMatchObject({ measure: "no-code-alone", institution: null });
  expect(answer.measures[0].alone.people).toBe(answer.exposed);
  expect(answer.best).toMatchObject({ label: "exact", measures: ["no-code-alone"] });
  const said2 = await said([...ask, "possess(sim.main)", "--budget", "1", "--lang", "zh"], { files });
  expect(said2.out).toContain("没有更好的一组（已证明）");
  expect((await said([...ask, "possess(sim.other)"], { files })).code).toBe(1);
});
