/**
 * Worlds made from a seed: services with flows that let one in and things that
 * being in yields.
 *
 * Each service has five flows, each asking one to four things, and three yields;
 * one last rule wants three of the last services. Services draw mostly on those
 * before them, so that most can be reached, and one in five asks anywhere, so that
 * there are cycles. `dense` worlds ask three or four things every time: nearly
 * every service is then needed for the last.
 */
import { compile, type PlainRule, type Rules } from "../src/graph/index.ts";
import { chanceFrom } from "../src/model/index.ts";

export interface Ecosystem {
  readonly atomCount: number;
  readonly plain: readonly PlainRule[];
  readonly held: readonly number[];
  readonly goal: number;
}

export interface EcosystemSize {
  readonly services: number;
  readonly seed: number;
  readonly dense?: boolean;
}

/** What the thief starts with: the phone, its line, a name, an ID number. */
const heldCount = 4;
const flowsPerService = 5;
const yieldsPerService = 3;
const asksMax = 4;

/** 8 rules a service and one more: 200 services make 1,601 rules. */
export function ecosystem({ services, seed, dense = false }: EcosystemSize): Ecosystem {
  const chance = chanceFrom(seed);
  const below = (count: number) => Math.floor(chance() * count);
  const plain: PlainRule[] = [];
  // Atoms: what is held, then being in each service, then the things yielded, three for two services.
  const enter = (service: number) => heldCount + service;
  const things = Math.ceil(services * 1.5);
  const thing = (i: number) => heldCount + services + i;
  const goal = heldCount + services + things;
  const rule = (asks: readonly number[], gives: number) =>
    plain.push({
      asks: [...new Set(asks)],
      gives: [gives],
      minutes: 1 + below(30),
      cost: 1 + below(30),
      guard: [],
    });
  for (let service = 0; service < services; service++) {
    const ask = () => {
      if (service < 3 || chance() < 0.1) return below(heldCount);
      const known = chance() < 0.8 ? service : services;
      return chance() < 0.5 ? enter(below(known)) : thing(below(Math.ceil(known * 1.5)));
    };
    for (let flow = 0; flow < flowsPerService; flow++) {
      const asks = dense ? 3 + below(asksMax - 2) : 1 + below(asksMax);
      rule(Array.from({ length: asks }, ask), enter(service));
    }
    for (let i = 0; i < yieldsPerService; i++)
      rule([enter(service)], thing(below(Math.ceil((service + 1) * 1.5))));
  }
  rule([enter(services - 1), enter(services - 2), enter(services - 3)], goal);
  return { atomCount: goal + 1, plain, held: Array.from({ length: heldCount }, (_, atom) => atom), goal };
}

export function compiled({ atomCount, plain }: Ecosystem): Rules {
  return compile(atomCount, plain);
}
