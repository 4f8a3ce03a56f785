/** A race tells how often; what it never came to, and an audit of the same beginning does not rule out, it tells too. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { catalogueDay, readingsOn } from "../../src/catalog/index.ts";
import { raceAnswer } from "../../src/cli/race-answer.ts";
import { type RaceSetup, racerOf } from "../../src/cli/race-stretch.ts";
import { type Grounded, ground } from "../../src/ground/index.ts";
import { isSum } from "../../src/model/index.ts";
import { audit } from "../../src/questions/index.ts";
import { openReach } from "../../src/reach/index.ts";
import { type RaceTold, renderRace } from "../../src/report/index.ts";
import { askedWorld } from "../kit/asked-world.ts";
import { anyWorldText } from "../kit/generators.ts";
import { readShipped } from "../kit/shipped.ts";

interface Raced {
  readonly world: Grounded;
  readonly lent: Grounded;
  readonly setup: RaceSetup;
}

const never = () => false;

function told({ world, lent, setup }: Raced): { readonly answer: RaceTold; readonly text: string } {
  const racer = racerOf(setup, world);
  const raced = racer.race({ from: 0, to: setup.runs }, never);
  const answer = raceAnswer({ setup, racer, raced, assumed: [], lent });
  return { answer, text: renderRace(answer, world, { lang: "en", colour: false, columns: 10_000 }) };
}

/** What an audit of the same beginning warns of, and the race passes over in silence. */
function silences(raced: Raced): { readonly warned: number; readonly faults: readonly string[] } {
  const { world, lent, setup } = raced;
  const { answer, text } = told(raced);
  const [headline = ""] = text.split("\n\nHow much is lost");
  const { losses } = audit({
    reach: openReach(world),
    lent: openReach(lent),
    held: setup.held,
    inForce: setup.inForce,
    startsAt: setup.startsAt,
    sides: [],
    wantsCheapest: false,
    wantsFront: false,
  });
  const warned = losses.filter(({ verdict }) => verdict !== "ruled-out");
  const faults = warned.flatMap(({ goal, harm, amount, atLeast }): string[] => {
    if (atLeast !== undefined && !/Known only between two sums/.test(headline))
      return [`${goal} is between two sums, and the headline gives one`];
    const share = answer.goals.find((each) => each.goal === goal)?.share.value ?? 0;
    if (share > 0) {
      const kind = answer.harms.find((each) => each.harm === harm);
      const isOpenSum = isSum(harm) && amount === undefined;
      return isOpenSum && (kind?.isMore !== true || !/unknown size|nobody has stated/.test(headline))
        ? [`${goal} is of unknown size, and the headline gives a sum`]
        : [];
    }
    if (answer.lostAtStart.includes(goal))
      return /Lost before a night/.test(headline) ? [] : [`${goal}: lost at once`];
    const beyond = answer.beyond.find((each) => each.goal === goal);
    if (beyond === undefined) return [`${goal} is in none of the nights, and nothing is said of it`];
    const isLate = beyond.why === "later" && !((beyond.minutes ?? 0) > setup.horizonMinutes);
    return isLate || !said[beyond.why].test(headline) ? [`${goal} is not told as ${beyond.why}`] : [];
  });
  // How sure a share is, beside what may come all the same, would sound like a bound of it.
  if (answer.beyond.length > 0 && /Chance alone/.test(headline)) faults.push("a bound beside what is open");
  return { warned: warned.length, faults };
}

const said = {
  agreed: /nobody has said how often they do/,
  later: /comes later/,
  "not-played": /though no night came to it/,
  "not-read": /nobody has read what it hangs on/,
};

test("W11 no race is silent where an audit warns, over worlds written with every key", () => {
  const reasons = new Set<string>();
  let warned = 0;
  fc.assert(
    fc.property(anyWorldText, fc.nat(1e6), (text, seed) => {
      const { world, catalog, person, conditions, held, startsAt, selections } = askedWorld(text);
      const measures = selections[1] ?? [];
      const leaked = held.filter((each) => each.startsWith("know("));
      const raced: Raced = {
        world,
        lent: world,
        setup: {
          catalog,
          person,
          conditions,
          today: "2026-11-29",
          held,
          ...(leaked.length === 0 ? {} : { heldIfNotLeaked: held.filter((each) => !leaked.includes(each)) }),
          inForce: world.choices.filter(({ id }) => measures.includes(id)).map(({ index }) => index),
          variants: [],
          owner: "nothing",
          intruder: "loner",
          startsAt,
          horizonMinutes: 10 + (seed % 600),
          hands: undefined,
          seed,
          runs: 3,
        },
      };
      const found = silences(raced);
      warned += found.warned;
      for (const { why } of told(raced).answer.beyond) reasons.add(why);
      expect(found.faults).toEqual([]);
    }),
    { numRuns: Number(process.env["WORLDS"] ?? 200) },
  );
  // A check that compares nothing must not pass.
  expect(warned).toBeGreaterThan(20);
  expect([...reasons].sort()).toEqual(expect.arrayContaining(["later", "not-played"]));
});

test("W11 and so it is for the people shipped, with what nobody has read", () => {
  const { catalog, people } = readShipped();
  let unread = 0;
  for (const person of people.values()) {
    const [phone] = [...person.things.values()].filter(
      ({ kind, of }) => kind === "device" && of === undefined,
    );
    if (phone === undefined) continue;
    const world = ground({ catalog, person });
    const raced: Raced = {
      world,
      lent: ground({ catalog, person, lend: readingsOn(catalog, person.asOf ?? catalogueDay(catalog)) }),
      setup: {
        catalog,
        person,
        conditions: [],
        today: "2026-11-29",
        held: [`possess(${phone.id})`],
        inForce: [],
        variants: [],
        owner: "nothing",
        intruder: "gang",
        startsAt: undefined,
        horizonMinutes: 60,
        hands: undefined,
        seed: 1,
        runs: 5,
      },
    };
    unread += told(raced).answer.beyond.filter(({ why }) => why === "not-read").length;
    expect([person.id, silences(raced).faults]).toEqual([person.id, []]);
  }
  expect(unread).toBeGreaterThan(3);
});
