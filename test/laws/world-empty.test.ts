/** The empty change changes nothing: what says the same in other words, or speaks of nobody's things, leaves the answer equal. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { type AuditAnswer, audit } from "../../src/questions/index.ts";
import { openReach } from "../../src/reach/index.ts";
import { askedWorld } from "../kit/asked-world.ts";
import { anyContestedText, anyWorldText, type WorldText } from "../kit/generators.ts";
import { reachedIn } from "../kit/small-world.ts";

function answerOf(text: WorldText, inForce: readonly string[] = []): AuditAnswer {
  const { world, held, startsAt } = askedWorld(text);
  const indexes = world.choices.filter(({ id }) => inForce.includes(id)).map(({ index }) => index);
  expect(indexes.length).toBe(inForce.length);
  return audit({
    reach: openReach(world),
    held,
    startsAt,
    inForce: indexes,
    wantsCheapest: true,
    waysMax: 2,
  });
}

/** Worlds in which there is something to answer. */
const telling = fc.oneof(anyWorldText, anyContestedText).filter((text) => {
  const { world, held } = askedWorld(text);
  if (world.goals.length === 0) return false;
  const reached = reachedIn(world, { held });
  return world.goals.some(({ id }) => reached.has(id));
});

/** The same text with the keys of every map in another order. */
function turned(text: string): string {
  const turn = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turn);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, each]) => [key, turn(each)] as const)
        .reverse(),
    );
  };
  return stringify(turn(parse(text)));
}

test("P2 the order of files, of flows and of keys changes no word of the answer", () => {
  fc.assert(
    fc.property(telling, (text) => {
      const other = {
        ...text,
        institutions: [...text.institutions].reverse().map(turned),
        measures: text.measures && turned(text.measures),
        person: turned(text.person),
      };
      expect(answerOf(other)).toEqual(answerOf(text));
    }),
    { numRuns: 30 },
  );
});

test("P2 an institution the person has nothing with changes no word of the answer", () => {
  const stranger = `
institution: stranger
provides: [account, card]
flows:
  ask: { asks: [], gives: [know(person.id-number), know(person.name)] }
  open-what-there-is: { asks: know(person.name), gives: [enter(account), charge(card)], measures: [m-one, c-each, c-person, c-world] }
measures:
  m-one: { by: person, effort: low, asks-more: [show-face(person)] }
  c-each: { by: institution, effort: low, changes: { account.liveness: strong } }
`;
  fc.assert(
    fc.property(telling, (text) => {
      fc.pre(text.measures !== undefined); // The stranger lists the common ones.
      expect(answerOf({ ...text, institutions: [...text.institutions, stranger] })).toEqual(answerOf(text));
    }),
    { numRuns: 30 },
  );
});

/** What an answer says apart from the list of measures and of what could change each step. */
function told({ losses, cuts, alone, front, conditions, reachableAmount }: AuditAnswer) {
  const quiet = losses.map(({ way, ...loss }) => ({
    ...loss,
    way: way === null ? null : { ...way, steps: way.steps.map(({ measures: _measures, ...step }) => step) },
  }));
  return {
    losses: quiet,
    cuts,
    alone,
    front,
    reachableAmount,
    conditions: conditions.map(({ way: _way, ...power }) => power),
  };
}

/** The same without the names of measures: of equally cheap sets either may be told. */
function costOfCuts(answer: AuditAnswer) {
  const { cuts, front, ...rest } = told(answer);
  const unnamed = <Named extends { readonly measures: readonly string[] }>({ measures: _, ...cost }: Named) =>
    cost;
  return {
    ...rest,
    cuts: Object.values(cuts).map((cut) => (cut.kind === "found" ? unnamed(cut) : cut)),
    front: front.map(unnamed),
  };
}

interface InstitutionText {
  readonly flows: Readonly<Record<string, { readonly asks?: unknown }>>;
  readonly measures?: Readonly<Record<string, unknown>>;
}

test("P2 a measure that asks what is asked already changes nothing, taken or not", () => {
  fc.assert(
    fc.property(telling, (text) => {
      const [first = "", ...rest] = text.institutions;
      const institution = parse(first) as InstitutionText;
      fc.pre(Object.keys(institution.measures ?? {}).length < 3); // With the common ones a flow may be changed by six.
      // Where another measure replaces the same flow, either may hold once both are taken: that undoes the other one.
      const common = (text.measures === undefined ? {} : parse(text.measures)) as Pick<
        InstitutionText,
        "measures"
      >;
      const others = [...Object.values(institution.measures ?? {}), ...Object.values(common.measures ?? {})];
      fc.pre(others.every((measure) => (measure as { replaces?: object }).replaces === undefined));
      const asks = institution.flows["f-0"]?.asks ?? [];
      const same = { by: "institution", effort: 3, replaces: { "f-0": { asks } } };
      const other = {
        ...text,
        institutions: [stringify({ ...institution, measures: { ...institution.measures, same } }), ...rest],
      };
      fc.pre(askedWorld(other).world.choices.some(({ id }) => id === "same")); // The person has something there.
      const before = answerOf(text);
      expect(costOfCuts(answerOf(other))).toEqual(costOfCuts(before));
      // Taken together with another that replaces the same key either may hold, so nothing is said of the cuts then.
      const taken = answerOf(other, ["same"]);
      expect([told(taken).losses, taken.reachableAmount]).toEqual([
        told(before).losses,
        before.reachableAmount,
      ]);
    }),
    { numRuns: 30 },
  );
});

test("P2 a flow nobody can run changes nothing", () => {
  fc.assert(
    fc.property(telling, (text) => {
      const [first = "", ...rest] = text.institutions;
      const institution = parse(first) as InstitutionText;
      const never = { asks: [], gives: ["charge(card)", "drain(account)", "enter(account)"], hours: "never" };
      const other = {
        ...text,
        institutions: [stringify({ ...institution, flows: { ...institution.flows, never } }), ...rest],
      };
      const strip = (answer: AuditAnswer) => ({
        ...told(answer),
        losses: told(answer).losses.filter(({ reachable }) => reachable),
      });
      expect(strip(answerOf(other))).toEqual(strip(answerOf(text)));
    }),
    { numRuns: 30 },
  );
});
