/** What a chain promises, for every person of the catalogue and every loss of theirs, with little and with much in hand. */
import { beforeAll, describe, expect, test } from "vitest";
import type { OpenCase } from "../../../src/asking/index.ts";
import { readCatalog, readTexts } from "../../../src/catalog/index.ts";
import { readPerson } from "../../../src/person/index.ts";
import { type Chain, foundingQuestion, stateOf } from "../../../src/questions/index.ts";
import type { CaseData } from "../engine/case-data.ts";
import { openEngine } from "../engine/engine.ts";
import { cardsAtFirst } from "../way/fold.ts";
import { type Shown, stages, viewOf } from "./chain-view.ts";

interface Told {
  readonly name: string;
  readonly data: CaseData;
  readonly engine: OpenCase;
  readonly chains: readonly Chain[];
}

const told: Told[] = [];
beforeAll(() => {
  const { catalog, others } = readCatalog(
    readTexts([new URL("../../../catalog", import.meta.url).pathname]).texts,
  );
  for (const { file, kind, yaml } of others) {
    if (kind !== "person") continue;
    const { person } = readPerson(yaml, catalog);
    if (person === undefined) throw new Error(`${file} cannot be read`);
    const things = [...person.things.keys()].filter((id) => /^(sim|device)\./.test(id));
    for (const held of [things.slice(0, 1), things].map((of) => of.map((id) => `possess(${id})`))) {
      const data: CaseData = {
        question: { held, at: foundingQuestion.at },
        catalog,
        person,
        sources: new Map(),
      };
      const engine = openEngine(data);
      const goals = engine.askQuickly([]).audit.losses.filter(({ reachable }) => reachable);
      const chains = goals.map(({ goal }) => engine.chain(goal));
      told.push({
        name: `${person.id} with ${held.length}`,
        data,
        engine,
        chains: [...chains, engine.chain(undefined)],
      });
    }
  }
});

const shownAt = (chain: Chain, stage: Shown["stage"]): Shown => ({
  stage,
  ways: new Set(chain.others.keys()),
  opened: [],
});

const everyChain = (look: (chain: Chain, of: Told) => void) => {
  let looked = 0;
  for (const each of told)
    for (const chain of each.chains) {
      look(chain, each);
      looked += 1;
    }
  expect(looked).toBeGreaterThan(20);
};

describe("a chain", () => {
  test("every step that another rests on gives what that one needs, and gives it in time", () => {
    let lines = 0;
    everyChain(({ nodes }) => {
      for (const [i, { needs, beginsMinutes }] of nodes.entries())
        for (const { capability, first, others } of needs)
          for (const from of first === undefined ? others : [first, ...others]) {
            expect(from).toBeLessThan(i);
            expect(nodes[from]?.gives).toContain(capability);
            if (from === first) expect(nodes[from]?.atMinutes).toBeLessThanOrEqual(beginsMinutes);
            lines += 1;
          }
    });
    expect(lines).toBeGreaterThan(1000);
  });

  test("whatever a step needs is given by a step or was there from the start", () => {
    everyChain(({ nodes }, { data }) => {
      const held = new Set(data.question.held);
      for (const { needs } of nodes)
        for (const { capability, first } of needs)
          if (first === undefined) expect(held).toContain(capability);
    });
  });

  test("a way, the first or another, is whole: all it needs is given within it, and it ends with the loss", () => {
    everyChain(({ nodes, way, others, goal }) => {
      for (const steps of goal === undefined ? [] : [way, ...others.map((other) => other.steps)]) {
        const own = new Set(steps);
        for (const { needs } of steps.flatMap((step) => nodes[step] ?? []))
          for (const { first, others: instead } of needs) {
            if (first === undefined) continue;
            if (steps === way) expect(own).toContain(first);
            expect([first, ...instead].some((from) => own.has(from))).toBe(true);
          }
        expect(nodes[steps.at(-1) ?? -1]?.gives).toContain(goal);
      }
    });
  });

  test("the way is the audit's own, step by step", () => {
    let ways = 0;
    for (const { engine, chains } of told) {
      const { losses } = engine.askQuickly([]).audit;
      for (const { goal, way, nodes } of chains) {
        const known = losses.find((loss) => loss.goal === goal)?.way;
        if (known === undefined || known === null) continue;
        const flows = (of: readonly { institution: string; flow: string; atMinutes: number }[]) =>
          of.map(({ institution, flow, atMinutes }) => `${institution}/${flow} ${atMinutes}`).sort();
        expect(flows(way.flatMap((step) => nodes[step] ?? []))).toEqual(flows(known.steps));
        ways += 1;
      }
    }
    expect(ways).toBeGreaterThan(10);
  });

  test("another way lacks a flow of the first and is no sooner; what is needed is in all of them", () => {
    let others = 0;
    everyChain((chain) => {
      const flowOf = (node: number) => `${chain.nodes[node]?.institution}/${chain.nodes[node]?.flow}`;
      const first = Math.max(0, ...chain.way.map((node) => chain.nodes[node]?.atMinutes ?? 0));
      for (const { steps, minutes, without } of chain.others) {
        const flows = new Set(steps.map(flowOf));
        expect(minutes).toBeGreaterThanOrEqual(first);
        expect(without.some((node) => flows.has(flowOf(node)))).toBe(false);
        expect(chain.needed.every((node) => flows.has(flowOf(node)))).toBe(true);
        others += 1;
      }
    });
    expect(others).toBeGreaterThan(10);
  });

  test("what is shown at a stage is shown at the next", () => {
    everyChain((chain) => {
      let before: ReadonlySet<number> = new Set();
      for (const stage of stages) {
        const now = new Set(viewOf(chain, shownAt(chain, stage)).cards.flatMap(({ nodes }) => nodes));
        expect([...before].filter((node) => !now.has(node))).toEqual([]);
        before = now;
      }
      expect(new Set([...chain.way, ...chain.inReach]).size).toBeLessThanOrEqual(before.size);
    });
  });

  test("at first there are at most fifteen cards, and every line runs forward", () => {
    everyChain((chain) => {
      if (chain.goal === undefined) return;
      const { cards } = viewOf(chain, shownAt(chain, "way"));
      expect(cards.length).toBeLessThanOrEqual(cardsAtFirst);
      expect(cards.length).toBeGreaterThan(0);
      for (const stage of stages)
        for (const { from, to } of viewOf(chain, shownAt(chain, stage)).links) expect(from).toBeLessThan(to);
    });
  });
});

describe("under measures", () => {
  test("with nothing switched on every step works as it was found", () => {
    for (const { engine, chains } of told) {
      const states = engine.chainUnder([]);
      for (const { nodes, inReach } of chains)
        for (const node of inReach) {
          const { step, atMinutes } = nodes[node]!;
          expect(states.get(step)).toEqual({ kind: "holds", minutes: atMinutes });
        }
    }
  });

  test("a step is stopped by what is switched on and nothing else, and a loss that is reached no more has no step left", () => {
    let asked = 0;
    for (const { engine, chains } of told) {
      const measures = [
        ...new Set(chains.flatMap(({ way, nodes }) => way.flatMap((step) => nodes[step]?.measures ?? []))),
      ];
      for (const measure of measures.slice(0, 12)) {
        const states = engine.chainUnder([measure]);
        const { losses } = engine.askQuickly([measure]).audit;
        for (const { goal, nodes, inReach } of chains) {
          const isReached = losses.find((loss) => loss.goal === goal)?.reachable === true;
          for (const node of inReach) {
            const state = stateOf(states, nodes[node]);
            if (state?.kind === "stopped") expect(state.by).toEqual([measure]);
          }
          if (goal === undefined || isReached) continue;
          for (const node of inReach.filter((each) => nodes[each]?.gives.includes(goal)))
            expect(["stopped", "falls"]).toContain(stateOf(states, nodes[node])?.kind);
          asked += 1;
        }
      }
    }
    expect(asked).toBeGreaterThan(20);
  });
});

test("a world without a loss in reach has a chain without a way", () => {
  const founding = told.find(({ name }) => name === `${foundingQuestion.person} with 1`);
  const chain = founding?.engine.chain("no-such-loss(card.x)");
  expect(chain?.way).toEqual([]);
  expect(chain?.goal).toBeUndefined();
  expect(chain?.inReach.length).toBeGreaterThan(100);
});
