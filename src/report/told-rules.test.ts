/** A world's rules as text, JSON and pictures. */
import { expect, test } from "vitest";
import { smallPerson, smallWorld } from "../../test/doors/small-world.ts";
import { conditionId } from "../model/index.ts";
import { drawDot, drawMermaid } from "./draw-graph.ts";
import { formatRules, tellGraph } from "./told-rules.ts";

test("one rule a line, sorted, conditions after unless, our own bookkeeping folded away", () => {
  const text = formatRules(tellGraph({ world: smallWorld() }));
  expect(text).toMatchInlineSnapshot(`
    "paywell/bind: appear-in-person(person) + enter(account.pay) => pay-with(account.pay, card.salary) + pay-with(account.pay, card.spare) + pay-with(account.pay, card.union) | 3m
    paywell/bind: enter(account.pay) + receive-sms(line.main) => pay-with(account.pay, card.salary) | 3m
    paywell/bind: enter(account.pay) + receive-sms(line.main) => pay-with(account.pay, card.spare) | 3m; assumed card.spare: reserved-line
    paywell/bind: enter(account.pay) + receive-sms(line.main) => pay-with(account.pay, card.union) | 3m
    paywell/freeze: know(person.id-number) => set frozen(account.pay) | 2m
    paywell/pay: enter(account.pay) + pay-with(account.pay, card.salary) => charge(card.salary) | 1m
    paywell/pay: enter(account.pay) + pay-with(account.pay, card.spare) => charge(card.spare) | 1m
    paywell/pay: enter(account.pay) + pay-with(account.pay, card.union) => charge(card.union) | 1m
    paywell/send: enter(account.pay) => drain(account.pay) | 1441m
    paywell/sign-in: know(line.main.number) + receive-sms(line.main) => enter(account.pay) | 1m; unless frozen(account.pay); without no-code-alone
    paywell/thaw: appear-in-person(person) => clear frozen(account.pay) | 20m
    tel/lift: know(line.main.number) => clear suspended(line.main) | 5m
    tel/suspend: know(person.id-number) => set suspended(line.main) | 2m
    things/move-sim: possess(sim.main) => know(line.main.number) + receive-sms(line.main) | 2m; unless suspended(line.main); without set-sim-pin(sim.main)
    "
  `);
  expect(text).not.toMatch(/nothing-set|relay|lapses|\bdone \d|not /);
});

test("what a step runs only under is told", () => {
  const world = smallWorld();
  const [frozen] = world.conditions;
  if (frozen === undefined) throw new Error("no condition");
  const step = world.steps.find(({ flow }) => flow.id === "pay");
  if (step === undefined) throw new Error("no step");
  const graph = tellGraph({ world: { ...world, steps: [{ ...step, needsSet: [conditionId(0)] }] } });
  expect(formatRules(graph)).toMatch(new RegExp(`; while ${frozen.id.replace(/[()]/g, "\\$&")}\n$`));
});

test("the same world gives the same text", () => {
  expect(formatRules(tellGraph({ world: smallWorld() }))).toBe(
    formatRules(tellGraph({ world: smallWorld() })),
  );
});

const hostile = smallPerson.replace(
  'last4: "0042"',
  'name: { en: "my \\"card\\" <b>\\\\ #1; [x](y)", zh: "我的“卡”" }',
);

test("names cannot break out of a DOT label", () => {
  const world = smallWorld(hostile);
  const text = drawDot({ graph: tellGraph({ world }), world, lang: "en" });
  expect(text.split("\n").find((line) => line.includes('card\\"'))).toMatchInlineSnapshot(
    `"  c1 [label="spends from my \\"card\\" <b>\\\\ #1; [x](y)\\nCN¥1,200", shape=doubleoctagon, style=filled, fillcolor="#ffc9c9"];"`,
  );
  expect(
    text
      .split("\n")
      .filter((line) => /^ {2}[cf]\d+ \[/.test(line))
      .every((line) => /^ {2}[cf]\d+ \[label="(?:[^"\\]|\\.)*", shape=/.test(line)),
  ).toBe(true);
});

test("names cannot break out of a Mermaid label", () => {
  const world = smallWorld(hostile);
  const text = drawMermaid({ graph: tellGraph({ world }), world, lang: "en" });
  expect(text.split("\n").find((line) => line.includes("my #34;card"))).toMatchInlineSnapshot(
    `"  c1{{"spends from my #34;card#34; #60;b#62;#92; #35;1#59; #91;x#93;#40;y#41;<br/>CN¥1,200"}}"`,
  );
  const labels = [...text.matchAll(/^ {2}[cf]\d+\W+?"(.*)"\W+$/gm)].map(([, label]) => label ?? "");
  expect(labels.length).toBeGreaterThan(10);
  expect(labels.filter((label) => /["`\\[\]<>]/.test(label.replaceAll("<br/>", "")))).toEqual([]);
});
