/** What a verdict must obey, of everybody the catalogue ships, by several starts. */
import { expect, test } from "vitest";
import { readQuestion } from "../../src/asking/index.ts";
import { type Catalog, readCatalog, readTexts } from "../../src/catalog/index.ts";
import { closure } from "../../src/graph/index.ts";
import { atomsOf, heldIn } from "../../src/ground/index.ts";
import { at } from "../../src/model/index.ts";
import { type Person, readPerson } from "../../src/person/index.ts";
import { type AuditAnswer, audit } from "../../src/questions/index.ts";
import { activeWith, nodesOf, openReach, type Reach } from "../../src/reach/index.ts";

const { catalog, others } = readCatalog(readTexts(["catalog"]).texts);
const people = others.flatMap(({ kind, yaml }) =>
  kind === "person" ? (readPerson(yaml, catalog).person ?? []) : [],
);

interface Judged {
  readonly answer: AuditAnswer;
  readonly lent: Reach;
  readonly held: readonly string[];
}

/** The only place in this file that knows how a question is asked; `undefined` where a start finds nothing. */
function judgedBy(whole: Catalog, person: Person, start: string): Judged | undefined {
  const { asked } = readQuestion({
    catalog: whole,
    person,
    text: { starts: [start, "leaked"] },
    placeOf: () => ({ file: "" }),
    today: "2026-11-28",
  });
  if (asked === undefined) return undefined;
  const { held } = asked;
  const lent = openReach(asked.lent());
  const answer = audit({ reach: openReach(asked.world), lent, held, sides: [], wantsCheapest: false });
  return { answer, lent, held };
}

const starts = ["locked-phone", "open-phone", "sim-only", "mailbox", "texts", "bag"];
const cases = people.flatMap((person) => starts.map((start) => ({ person, start })));

test("V1 what is reached by what was read is reached, as soon, whatever is lent", () => {
  let reached = 0;
  for (const { person, start } of cases) {
    const judged = judgedBy(catalog, person, start);
    if (judged === undefined) continue;
    for (const { goal, reachable, verdict, earliestMinutes, ifSoMinutes, unread } of judged.answer.losses) {
      expect([person.id, start, goal, verdict === "reached"]).toEqual([person.id, start, goal, reachable]);
      if (!reachable) continue;
      reached += 1;
      expect([goal, earliestMinutes !== null, ifSoMinutes, unread]).toEqual([goal, true, null, []]);
    }
  }
  expect(reached).toBeGreaterThan(50); // A check that compares nothing must not pass.
});

test("V2 what is ruled out is not reached with everything that can be lent", () => {
  let out = 0;
  for (const { person, start } of cases) {
    const judged = judgedBy(catalog, person, start);
    if (judged === undefined) continue;
    const { lent, held, answer } = judged;
    const begins = nodesOf(lent, atomsOf(lent.world, heldIn(lent.world, held)));
    const { reached } = closure(lent.rules, begins, activeWith(lent, []));
    for (const [index, goal] of lent.world.goals.entries()) {
      const verdict = answer.losses.find((loss) => loss.goal === goal.id)?.verdict;
      const isReached = reached[at(lent.goalNodes, index)] === 1;
      expect([goal.id, verdict === "ruled-out"]).toEqual([goal.id, !isReached]);
      out += isReached ? 0 : 1;
    }
  }
  expect(out).toBeGreaterThan(5);
});
