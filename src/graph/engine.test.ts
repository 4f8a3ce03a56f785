/** Small worlds written as text, one rule a line: `sim mail -> bank  5m  3c  +counter -pin  open 480-1080`. */
import { expect, test } from "vitest";
import {
  alone,
  cheapest,
  compile,
  cut,
  cuts,
  differentWays,
  earliest,
  front,
  type PlainRule,
  proof,
  slice,
} from "./index.ts";

interface World {
  readonly plain: readonly PlainRule[];
  readonly atoms: readonly string[];
  readonly measures: readonly string[];
  atom(name: string): number;
  measure(name: string): number;
}

function worldOf(text: string): World {
  const atoms: string[] = [];
  const measures: string[] = [];
  const indexIn = (names: string[], name: string) => {
    if (!names.includes(name)) names.push(name);
    return names.indexOf(name);
  };
  const plain = text
    .trim()
    .split("\n")
    .map((line): PlainRule => {
      const [, asks = "", gives = "", rest = ""] = /^\s*(.*?)\s*->\s*(\S+)\s*(.*)$/.exec(line) ?? [];
      const words = rest.split(/\s+/);
      const number = (unit: string) =>
        Number.parseFloat(words.find((word) => word.endsWith(unit) && /^\d/.test(word)) ?? "0");
      const hours = words.filter((word) => /^\d+-\d+$/.test(word)).map((word) => word.split("-").map(Number));
      const guard = words
        .filter((word) => /^[+-]/.test(word))
        .map((word) => (indexIn(measures, word.slice(1)) + 1) * (word.startsWith("+") ? 1 : -1));
      return {
        asks: asks
          .split(" ")
          .filter(Boolean)
          .map((name) => indexIn(atoms, name)),
        gives: gives.split(",").map((name) => indexIn(atoms, name)),
        minutes: number("m"),
        cost: number("c"),
        guard,
        ...(hours.length > 0 ? { opens: hours.map(([from, to]) => [from!, to!] as const) } : {}),
      };
    });
  return {
    plain,
    atoms,
    measures,
    atom: (name) => indexIn(atoms, name),
    measure: (name) => indexIn(measures, name),
  };
}

/** The story of the goal: each step as `minute: what it gives (what it asks)`. */
function checkProof(
  text: string,
  { from, goal, startsAt }: { from: string; goal: string; startsAt?: number },
  expected: string,
) {
  const world = worldOf(text);
  const held = from.split(" ").map(world.atom);
  const rules = compile(world.atoms.length, world.plain);
  const found = earliest(rules, held, { startsAt });
  const why = proof(rules, { held, goal: world.atom(goal), found, startsAt });
  const name = (atom: number) => world.atoms[atom]!;
  const steps = why?.steps.map(({ ends, gives, asks }) => {
    const asked = asks.map(({ atom, from: step }) =>
      step === undefined ? name(atom) : `${name(atom)}#${step}`,
    );
    return `${ends}: ${gives.map(name).join(" ")} (${asked.join(" ")})`;
  });
  expect(steps?.join("\n") ?? "never").toBe(expected);
}

interface CutCase {
  readonly from: string;
  readonly goals: string;
  /** `pin 2, counter 5` */
  readonly costs: string;
  readonly owner?: string;
  readonly horizonMinutes?: number;
  readonly forbidden?: string;
}

function questionOf(text: string, { from, goals, costs, owner, horizonMinutes, forbidden }: CutCase) {
  const world = worldOf(text);
  const named = (names: string) => names.split(" ").map(world.atom);
  const priced = costs.split(", ").map((each) => each.split(" "));
  const list = world.measures.map((name) => Number(priced.find(([measure]) => measure === name)?.[1]));
  const rules = compile(world.atoms.length, world.plain);
  const party = (held: string) => ({ rules, held: named(held), goals: named(goals) });
  return {
    world,
    question: {
      intruder: party(from),
      owner: owner === undefined ? undefined : party(owner),
      costs: list,
      horizonMinutes,
      forbidden: forbidden?.split(" ").map(world.measure),
    },
  };
}

function checkCut(text: string, asked: CutCase, expected: string) {
  const { world, question } = questionOf(text, asked);
  const answer = cut(question);
  const said =
    answer.kind === "none"
      ? answer.reason
      : answer.kind === "open"
        ? "open"
        : `${answer.choices.map((measure) => world.measures[measure]).join(" ")} for ${answer.cost}`;
  expect(said).toBe(expected);
}

test("two accounts that recover each other open neither", () => {
  checkProof("mail -> cloud \n cloud -> mail", { from: "sim", goal: "mail" }, "never");
});

test("a flow begins when the last of what it asks is there", () => {
  checkProof(
    `sim -> sms 1m
     sms -> mail 4m
     sms -> name 9m
     mail name -> bank 5m`,
    { from: "sim", goal: "bank" },
    `1: sms (sim)
5: mail (sms#0)
10: name (sms#0)
15: bank (mail#1 name#2)`,
  );
});

test("the counter opens at eight, so a thief at six waits", () => {
  checkProof("sim -> sim2 10m 480-1080", { from: "sim", goal: "sim2", startsAt: 360 }, "130: sim2 (sim)");
});

test("a counter that has just closed opens again next week", () => {
  checkProof("sim -> sim2 10m 480-1080", { from: "sim", goal: "sim2", startsAt: 1080 }, "9490: sim2 (sim)");
});

test("hours that run over Sunday midnight are open on both sides of it", () => {
  const text = "sim -> sim2 10m 10000-60";
  checkProof(text, { from: "sim", goal: "sim2", startsAt: 10_050 }, "10: sim2 (sim)");
  checkProof(text, { from: "sim", goal: "sim2", startsAt: 30 }, "10: sim2 (sim)");
  checkProof(text, { from: "sim", goal: "sim2", startsAt: 60 }, "9950: sim2 (sim)");
});

test("of two ways equally fast the one with fewer steps explains", () => {
  checkProof(
    `sim -> a 2m
     a -> bank 2m
     sim -> bank 4m`,
    { from: "sim", goal: "bank" },
    "4: bank (sim)",
  );
});

test("a step whose gain another step brings along is left out", () => {
  checkProof(
    `sim -> name 1m
     sim -> name,mail 1m
     name mail -> bank 1m`,
    { from: "sim", goal: "bank" },
    `1: name mail (sim)
2: bank (name#0 mail#0)`,
  );
});

test("the slice keeps what can be reached and leads to the goal", () => {
  const world = worldOf("sim -> sms \n sms -> bank \n card -> bank \n sms -> photos");
  const rules = compile(world.atoms.length, world.plain);
  const part = slice(rules, { held: [world.atom("sim")], goals: [world.atom("bank")] });
  expect([...part.ruleIds]).toEqual([0, 1]);
});

const chain = `sim -> sms  -pin
  sms -> password  -masked
  sms mail -> password
  password -> bank  -counter
  password face -> bank  +counter`;
const prices = "pin 2, masked 3, counter 5";

test("the cheapest cut is one measure on the chain", () => {
  checkCut(chain, { from: "sim", goals: "bank", costs: prices }, "pin for 2");
  checkCut(chain, { from: "sim mail", goals: "bank", costs: prices, forbidden: "pin" }, "counter for 5");
});

test("a stricter flow in place of the old one is a way for who can meet it", () => {
  checkCut(chain, { from: "sim face", goals: "bank", costs: prices, forbidden: "pin" }, "masked for 3");
  checkCut(chain, { from: "sim mail face", goals: "bank", costs: prices, forbidden: "pin" }, "no-cut");
});

test("the owner must get in after the cut", () => {
  checkCut(chain, { from: "sim", goals: "bank", costs: prices, owner: "sim mail face" }, "masked for 3");
  checkCut(chain, { from: "sim", goals: "bank", costs: prices, owner: "sim face" }, "counter for 5");
  checkCut(chain, { from: "sim", goals: "bank", costs: prices, owner: "sim" }, "owner-locked-out");
});

test("with a horizon slower is enough", () => {
  const text = `sim -> bank 10m -delay
    sim -> bank 1440m
    sim -> bank 2000m -closed`;
  const costs = "delay 1, closed 9";
  checkCut(text, { from: "sim", goals: "bank", costs, horizonMinutes: 60 }, "delay for 1");
  checkCut(text, { from: "sim", goals: "bank", costs, horizonMinutes: 1440 }, "no-cut");
});

test("nothing to cut costs nothing", () => {
  checkCut(chain, { from: "mail", goals: "bank", costs: prices }, " for 0");
});

test("a budget that is gone before anything was found says so", () => {
  // Three pairs of measures in a ring: paying for clauses leaves a gap, so guesses are needed.
  const ring =
    "sim -> bank -a -b \n sim -> bank -b -c \n sim -> bank -c -a \n sim -> bank +a +b \n sim -> bank +b +c +a";
  const { question } = questionOf(ring, { from: "sim", goals: "bank", costs: "a 1, b 1, c 1" });
  expect(cut(question, { isSpent: () => true })).toEqual({ kind: "open", lower: 1 });
});

test("single measures that do, and all minimal cuts in the order of their cost", () => {
  const { world, question } = questionOf(chain, { from: "sim", goals: "bank", costs: prices });
  const names = (choices: readonly number[]) => choices.map((measure) => world.measures[measure]).join(" ");
  expect(names(alone(question))).toBe("pin masked counter");
  const found = cuts(question, 2);
  expect(found.cuts.map(({ choices }) => names(choices))).toEqual(["pin", "masked"]);
  expect(found.complete).toBe(false);
});

test("a shared step is paid once", () => {
  const world = worldOf(
    "sim -> sms 5c \n sms -> mail 1c \n sms -> name 1c \n mail name -> bank 1c \n sim -> bank 9c",
  );
  const rules = compile(world.atoms.length, world.plain);
  const question = { held: [world.atom("sim")], goals: [world.atom("bank")] };
  expect(cheapest(rules, question)).toEqual({ lower: 8, upper: 8, proved: true, way: [0, 1, 2, 3] });
  expect(differentWays(rules, question, 5)).toEqual({
    ways: [
      { lower: 8, upper: 8, proved: true, way: [0, 1, 2, 3] },
      { lower: 9, upper: 9, proved: true, way: [4] },
    ],
    complete: true,
  });
});

test("the front goes from doing nothing to leaving nothing", () => {
  const text = `sim -> sms -pin
    sms -> wallet -limit
    sms card -> bank -counter
    sim -> shop`;
  const { world, question } = questionOf(text, {
    from: "sim card",
    goals: "wallet bank shop",
    costs: "pin 6, limit 1, counter 2",
  });
  const found = front({ ...question, losses: [10, 100, 3] });
  const said = found.points.map(({ cost, remaining, choices }) => {
    const names = choices.map((measure) => world.measures[measure]);
    return `${cost}: ${remaining} left, ${names.join(" ") || "nothing"}`;
  });
  expect(said).toEqual([
    "0: 113 left, nothing",
    "1: 103 left, limit",
    "2: 13 left, counter",
    "3: 3 left, limit counter",
  ]);
  expect(found.complete).toBe(true);
});
