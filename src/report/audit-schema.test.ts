/** The published shape of an answer is the type, and real answers have it. */

import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { z } from "zod";
import { smallWorld } from "../../test/doors/small-world.ts";
import { choiceId } from "../model/index.ts";
import { type AuditAnswer, audit } from "../questions/index.ts";
import { openReach } from "../reach/index.ts";
import { auditAnswerShape } from "./audit-schema.ts";

type Shaped = z.infer<typeof auditAnswerShape>;
/** Compiles only when each can stand for the other; a field added to one and not the other does not. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const isSame: Same<Shaped, AuditAnswer> = true;
const keysAreSame: Same<keyof Shaped, keyof AuditAnswer> = true;

test("the shape says what the type says", () => {
  expect([isSame, keysAreSame]).toEqual([true, true]);
});

const isAnswer = new Ajv({ strict: false, allErrors: true }).compile(
  z.toJSONSchema(auditAnswerShape, { target: "draft-7", io: "input" }),
);
const reach = openReach(smallWorld());
const questions = {
  "a loss, its ways and what stops it": { reach, held: ["possess(sim.main)"], waysMax: 3 },
  "nothing reached": { reach, held: ["possess(card.salary)"] },
  "a horizon, a moment and a measure in force": {
    reach,
    held: ["possess(sim.main)"],
    withinMinutes: 10,
    startsAt: 0,
    inForce: [choiceId(0)],
  },
  "no cuts asked for": { reach, held: ["possess(sim.main)"], sides: [], wantsCheapest: false },
} as const;

test.each(Object.entries(questions))("an answer has the published shape: %s", (_, question) => {
  const answer: unknown = JSON.parse(JSON.stringify(audit(question)));
  isAnswer(answer);
  expect(isAnswer.errors ?? []).toEqual([]);
  expect(auditAnswerShape.safeParse(answer).error?.issues ?? []).toEqual([]);
});

test.each([
  ["a field too many", (answer: Record<string, unknown>) => ({ ...answer, more: 1 })],
  ["a field too few", ({ losses: _, ...answer }: Record<string, unknown>) => answer],
  ["a label nobody gives", (answer: Record<string, unknown>) => ({ ...answer, label: "safe" })],
])("an answer with %s is refused", (_, spoil) => {
  const answer: Record<string, unknown> = JSON.parse(
    JSON.stringify(audit({ reach, held: ["possess(sim.main)"] })),
  );
  expect(isAnswer(spoil(answer))).toBe(false);
});
