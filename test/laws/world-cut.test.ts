/** What an audit says of measures, held to every selection there is in the plain world, and to another solver. */

import { run as clingo } from "clingo-wasm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Grounded, heldIn, ownerStart } from "../../src/ground/index.ts";
import { audit, foundCut } from "../../src/questions/index.ts";
import { openReach, startNodesOf, startOf } from "../../src/reach/index.ts";
import { rulesOfSteps } from "../../src/reach/rules-of-steps.ts";
import { type AskedWorld, askedWorld } from "../kit/asked-world.ts";
import { anyContestedText } from "../kit/generators.ts";
import { reachedIn } from "../kit/small-world.ts";
import { worldsTried } from "../kit/worlds-tried.ts";
import { plainReach } from "../plain/plain-reach.ts";
import type { PlainDecision } from "../plain/plain-world.ts";

/** Every selection of the decisions is tried: 2^5 plain worlds are half a second. */
const decisionsMax = 5;

interface Tried {
  readonly chosen: readonly string[];
  readonly effort: number;
  /** Losses the intruder still reaches, by capability. */
  readonly lost: readonly string[];
  /** What the owner needs and reaches. */
  readonly kept: ReadonlySet<string>;
}

/** All selections, each lived through from both sides. */
function tryAll(asked: AskedWorld): readonly Tried[] {
  const { catalog, person, world, decisions, held, conditions } = asked;
  const goals = new Set(world.goals.map(({ id }) => id));
  const owner = ownerHolds(asked);
  return Array.from({ length: 2 ** decisions.length }, (_, bits) => {
    const chosen = decisions.filter((__, i) => (bits >> i) % 2 === 1);
    const measures = chosen.map(({ id }) => id);
    const intruder = plainReach({ catalog, person, held, conditions, measures });
    const own = plainReach({ catalog, person, held: owner, conditions, measures, isOwner: true });
    return {
      chosen: measures,
      effort: chosen.reduce((sum, { effort }) => sum + effort, 0),
      lost: [...intruder.keys()].filter((capability) => goals.has(capability)).sort(),
      kept: new Set([...own.keys()].filter((capability) => isNeeded(asked, capability))),
    };
  });
}

function isNeeded({ catalog }: AskedWorld, capability: string): boolean {
  return (
    !capability.includes("account.new-") &&
    catalog.vocabulary.capabilities.get(capability.slice(0, capability.indexOf("(")))?.needed === true
  );
}

/** What is the owner's by nature, unless it lies in the intruder's hands: with a SIM its phone, with a phone its SIMs. */
function ownerHolds({ catalog, person, held }: AskedWorld): readonly string[] {
  const inHand = held
    .filter(
      (text) => catalog.vocabulary.capabilities.get(text.slice(0, text.indexOf("(")))?.exclusive === true,
    )
    .map((text) => text.slice(text.indexOf("(") + 1, -1));
  /** "A SIM of which nothing is said is in a phone or a tablet of the same person, or in a device of which nobody says what it is." */
  const devicesOf = (id: string): readonly string[] => {
    const sim = person.things.get(id);
    if (sim?.kind !== "sim") return [];
    const devices = sim.relations.get("device") ?? "unknown";
    if (devices !== "unknown") return devices;
    return [...person.things.values()].flatMap(({ id: device, kind, of, attributes }) =>
      kind === "device" &&
      of === sim.of &&
      !["computer", "security-key"].includes(attributes.get("kind") ?? "")
        ? [device]
        : [],
    );
  };
  const gone = new Set(inHand);
  for (const id of inHand) for (const device of devicesOf(id)) gone.add(device);
  for (const { id } of person.things.values())
    if (devicesOf(id).some((device) => gone.has(device))) gone.add(id);
  const words: string[] = [];
  for (const { kind, of, owner, exclusive } of catalog.vocabulary.capabilities.values()) {
    if (!owner) continue;
    for (const { id, kind: thing } of person.things.values()) {
      if (of[0]?.includes(thing) !== true || (exclusive && gone.has(id))) continue;
      if (kind !== "know") words.push(`${kind}(${id})`);
      else
        for (const secret of catalog.vocabulary.secrets.get(thing)?.keys() ?? [])
          words.push(`know(${id}.${secret})`);
    }
  }
  return words.filter((word) => !person.forgotten.some(({ text }) => text === word));
}

/** What a person does in the night and not before it: it blocks a thing the owner thinks of. */
const isAct = ({ by, effects }: PlainDecision, { person }: AskedWorld): boolean =>
  by === "person" &&
  effects.sets.some(({ condition }) =>
    condition
      .replace(/^.*\(|\)$/g, "")
      .split(", ")
      .some((thing) => person.things.get(thing)?.attributes.get("seen-by-owner") !== "false"),
  );

/** Worlds with something to lose and something to do about it. */
const isContested = ({ decisions, world, held }: AskedWorld) => {
  if (decisions.length === 0 || decisions.length > decisionsMax || world.goals.length === 0) return false;
  const lost = (measures: readonly string[]) => {
    const reached = reachedIn(world, { held, measures });
    return world.goals.filter(({ id }) => reached.has(id)).length;
  };
  const before = lost([]);
  return before > 0 && decisions.some(({ id }) => lost([id]) !== before);
};
const contested = anyContestedText.filter((text) => isContested(askedWorld(text)));

test("G4 the cut of an audit cuts, and no cheaper selection does; G5 the owner still gets in", () => {
  let cut = 0;
  let uncut = 0;
  fc.assert(
    fc.property(contested, (text) => {
      const asked = askedWorld(text);
      const { world, held, decisions } = asked;
      const before = audit({ reach: openReach(world), held, wantsCheapest: false, sides: [] });
      const tried = tryAll(asked);
      expect(before.losses.filter(({ reachable }) => reachable).map(({ goal }) => goal)).toEqual(
        tried[0]?.lost,
      );
      const needed = [...(tried[0]?.kept ?? [])];
      const works = tried.filter(
        ({ lost, kept }) => lost.length === 0 && needed.every((capability) => kept.has(capability)),
      );
      const answer = audit({ reach: openReach(world), held, wantsCheapest: false });
      const decisionOf = (id: string) => decisions.find((each) => each.id === id)!;
      for (const side of ["person", "institution", "both"] as const) {
        const allowed = works.filter(({ chosen }) =>
          chosen.every((id) => {
            const decision = decisionOf(id);
            return (side === "both" || decision.by === side) && !isAct(decision, asked);
          }),
        );
        const ours = foundCut(answer.cuts[side]);
        const isWhole = ours?.remaining.length === 0;
        expect({ side, isWhole }).toEqual({ side, isWhole: allowed.length > 0 });
        if (ours === undefined || !isWhole) {
          uncut += 1;
          continue;
        }
        expect(ours.proved).toBe(true);
        expect({ side, effort: ours.effort }).toEqual({
          side,
          effort: Math.min(...allowed.map(({ effort }) => effort)),
        });
        expect(allowed.map(({ chosen }) => [...chosen].sort().join())).toContain(
          [...ours.measures].sort().join(),
        );
        cut += 1;
      }
      const alone = works
        .filter(({ chosen }) => chosen.length === 1)
        .flatMap(({ chosen }) => chosen)
        .filter((id) => !isAct(decisionOf(id), asked));
      expect(answer.alone).toEqual(alone.sort());
    }),
    { numRuns: worldsTried(80) },
  );
  // A check that compares nothing must not pass.
  expect({ cut: cut > 5, uncut: uncut > 5 }).toEqual({ cut: true, uncut: true });
});

test("G4 clingo finds no cheaper cut of a grounded world", async () => {
  const worlds = fc.sample(contested, { seed: 20_261_122, numRuns: 25 }).map(askedWorld);
  let compared = 0;
  for (const { world, held } of worlds) {
    const answer = audit({
      reach: openReach(world),
      held,
      wantsCheapest: false,
      sides: ["both"],
      wantsFront: false,
    });
    const theirs = await clingoOptimum(world, held);
    const ours = foundCut(answer.cuts.both);
    expect(ours?.remaining.length === 0 ? ours.effort : undefined).toBe(theirs);
    if (theirs !== undefined) compared += 1;
  }
  expect(compared).toBeGreaterThan(5);
});

/** The grounded rules with their guards as a logic program: no loss for the intruder, nothing lost for the owner. */
async function clingoOptimum(world: Grounded, held: readonly string[]): Promise<number | undefined> {
  const reach = openReach(world);
  const { plain } = rulesOfSteps(world);
  const owner = startNodesOf(reach, ownerStart(world, heldIn(world, held)));
  const lines = [
    `party(intruder;owner;before). measure(0..${world.choices.length - 1}). { chosen(M) : measure(M) }.`,
  ];
  for (const node of startOf(reach, held)) lines.push(`reached(intruder,${node}).`);
  for (const atom of owner) lines.push(`reached(owner,${atom}). reached(before,${atom}).`);
  for (const { asks, gives, guard, opens } of plain) {
    if (opens?.length === 0) continue;
    const guards = guard.map((literal) => `${literal > 0 ? "" : "not "}chosen(${Math.abs(literal) - 1})`);
    const body = (party: string, more: readonly string[]) =>
      [...asks.map((atom) => `reached(${party},${atom})`), ...more].join(", ") || "true";
    for (const atom of gives) {
      for (const party of ["intruder", "owner"])
        lines.push(`reached(${party},${atom}) :- ${body(party, guards)}.`);
      if (guard.every((literal) => literal < 0))
        lines.push(`reached(before,${atom}) :- ${body("before", [])}.`);
    }
  }
  lines.push("true.");
  // What one does in the night only is no prevention.
  for (const { isAct: isOnlyAct, index } of world.choices) if (isOnlyAct) lines.push(`:- chosen(${index}).`);
  for (const node of reach.goalNodes) lines.push(`:- reached(intruder,${node}).`);
  for (const [node, meaning] of reach.meanings.entries()) {
    if (meaning.kind !== "atom") continue;
    const { kind, things } = world.atoms[meaning.atom]!;
    const isNeededWord = world.catalog.vocabulary.capabilities.get(kind)?.needed === true;
    if (isNeededWord && !things.some((thing) => thing.startsWith("account.new-")))
      lines.push(`:- reached(before,${node}), not reached(owner,${node}).`);
  }
  lines.push(
    `#minimize { ${world.choices.map(({ effort, index }) => `${effort},${index} : chosen(${index})`).join("; ")} }.`,
  );
  const result = await clingo(lines.join("\n"), 0, ["--opt-strategy=usc,oll"]);
  if (result.Result === "UNSATISFIABLE") return undefined;
  if (result.Result !== "OPTIMUM FOUND") throw new Error(`clingo says ${result.Result}`);
  // With #minimize clingo always adds the costs; its published type leaves them out, hence the detour.
  return (result.Models as unknown as { readonly Costs: readonly number[] }).Costs[0];
}
