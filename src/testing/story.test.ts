/** What is said of a wrong story file. */
import { expect, test } from "vitest";
import { catalogOf } from "../../test/kit/small-world.ts";
import { readYaml } from "../catalog/index.ts";
import { readStory } from "./story.ts";

const catalog = catalogOf(
  "institution: telco\nprovides: line\nflows: { move: { asks: possess(sim), gives: [receive-sms(line)] } }\n",
);
const somebody = readYaml(
  "person: { id: somebody }\nlines: { l: { carrier: telco } }\n",
  "people/somebody.yaml",
);

function read(text: string) {
  return readStory(readYaml(text, "s.yaml"), "s.yaml", catalog, (reference) =>
    reference === "somebody" ? somebody : undefined,
  );
}

function check(text: string, ...expected: readonly string[]): void {
  const { story, complaints } = read(text);
  expect(
    complaints.map(
      ({ where, code, sentence, help }) =>
        `${where} ${code}: ${sentence}${help === undefined ? "" : ` | ${help}`}`,
    ),
  ).toEqual(expected);
  expect(story === undefined).toBe(complaints.some(({ severity }) => severity === "error"));
}

const ask = "ask: [{ losses: none }]\n";

test("a person by id, or written in place with a head or without", () => {
  check(`story: s\nworld: { person: somebody }\n${ask}`);
  check(`story: s\nworld: { person: { person: { id: x }, lines: { l: { carrier: telco } } } }\n${ask}`);
  check(`story: s\nworld: { person: { lines: { l: { carrier: telco } } } }\n${ask}`);
  expect(read(`story: s\nworld: { person: { lines: {} } }\n${ask}`).story?.person.id).toBe("s");
});

test("a person who is not there, or is wrong, is told at the place in the story", () => {
  check(
    `story: s\nworld: { person: nobody }\n${ask}`,
    "s.yaml:2:18 story/unknown-person: no person `nobody` | name a file in people/, give a path from the file's folder, or write the person in place",
  );
  check(
    `story: s\nworld:\n  person:\n    cards: { c: { bank: b, reserved-line: gone } }\n${ask}`,
    "s.yaml:4:43 person/unknown-thing: no line `gone` | add it under `lines:`, or write `unknown`",
  );
});

test("a question that expects nothing cannot fail, and is refused", () => {
  check(
    "story: s\nworld: { person: somebody }\nask:\n  - { held: [possess(sim.l)] }\n",
    "s.yaml:4:5 story/asks-nothing: this question expects nothing, so it cannot fail | say what must come: reached, never, losses, not-ruled-out, answered, cuts-alone, limits, cut, holds, owner-keeps, owner-loses, back, not-judged",
  );
  check(
    "story: s\nworld: { person: somebody }\nask:\n  - { conditions: [suspended(line.l)] }\n",
    "s.yaml:4:5 story/asks-nothing: this question expects nothing, so it cannot fail | say what must come: reached, never, losses, not-ruled-out, answered, cuts-alone, limits, cut, holds, owner-keeps, owner-loses, back, not-judged",
  );
  check("story: s\nworld: { person: somebody }\nask: []\n", "s.yaml:3:6 shape/bad-text: `ask` is empty");
});

test("keys, durations and moments are checked", () => {
  check(
    `story: s\nworld: { person: somebody, at: noon, within: soon }\n${ask}`,
    "s.yaml:2:32 shape/bad-text: `noon` is not a moment | write `19:30` or `fri 19:30`",
    "s.yaml:2:46 shape/bad-text: `soon` is not a duration | write `30s`, `5m`, `1h30m`, `24h` or `3d`",
  );
  check(
    "story: s\nworld: { person: somebody }\nask: [{ looses: none }]\n",
    "s.yaml:3:9 shape/unknown-key: unknown key `looses` | did you mean `losses`?",
  );
});

test("institutions of the story are read as any, and stand beside the catalogue's for this story alone", () => {
  const { story } = read(
    `story: s\nworld: { person: somebody }\ninstitutions: { bank: { provides: card, flows: { go: { gives: [charge(card)] } } } }\n${ask}`,
  );
  expect([...(story?.catalog.institutions.keys() ?? [])]).toEqual(["telco", "bank"]);
  expect([...catalog.institutions.keys()]).toEqual(["telco"]);
  check(
    `story: s\nworld: { person: somebody }\ninstitutions:\n  bank: { provides: card, flows: { go: { gives: [chrage(card)], measures: [m] } } }\n${ask}`,
    "s.yaml:4:50 catalog/unknown-capability: unknown capability `chrage` | did you mean `charge`?",
  );
  check(
    `story: s\nworld: { person: somebody }\ninstitutions:\n  bank: { flows: { go: { measures: [m] } } }\n${ask}`,
    "s.yaml:4:37 catalog/unknown-measure: no measure `m` | define it under `measures:` here or in catalog/common/measures.yaml",
  );
  const both = "{ any: [know(person.name), know(person.address)] }";
  check(
    `story: s\nworld: { person: somebody }\ninstitutions:\n  bank: { flows: { go: { asks: [${Array.from({ length: 30 }, () => both).join(", ")}] } } }\n${ask}`,
    "s.yaml:4:32 catalog/too-many-ways: `go` can be asked in 1073741824 ways, more than 256 | split the flow into several",
  );
});

test("what is no document says nothing twice, and a key that stands twice leaves the story out", () => {
  expect(read("story: [")).toEqual({ story: undefined, complaints: [] });
  expect(read(`story: s\nworld: { person: somebody }\n${ask}${ask}`).story).toBeUndefined();
});

test("an institution that a story brings and that runs nothing of the person's is told", () => {
  const story = (flow: string, ask: string) =>
    `story: s\nworld: { person: somebody }\nask: [{ ${ask} }]\ninstitutions:\n  other: { provides: line, basis: { status: reported, seen: 2026, source: example }, flows: { port-in: { ${flow}, gives: [control(line)] } } }\n`;
  check(
    story("asks: know(person.name)", "losses: none"),
    "s.yaml:5:3 story/plays-no-part: `other` plays no part: it runs no `line` of this person | give the person one there, or say in `for` whose is meant: `for: { line: person.lines }` (wherever it is), `new` or `theirs`",
  );
  check(story("for: { line: person.lines }, asks: know(person.name)", "losses: none"));
  // One flow says whose is meant, and the next does not.
  const two = (next: string) =>
    story(`for: { line: person.lines }, asks: know(person.name)`, "losses: none").replace(
      "gives: [control(line)] } } }",
      `gives: [control(line)] }, texts: { ${next} } } }`,
    );
  check(
    two("asks: control(line), gives: [receive-sms(line)]"),
    "s.yaml:5:186 story/plays-no-part: `other/texts` plays no part: `other` runs no `line` of this person | give the person one there, or say in `for` whose is meant: `for: { line: person.lines }` (wherever it is), `new` or `theirs`",
  );
  check(two("for: { line: person.lines }, asks: control(line), gives: [receive-sms(line)]"));
  check(two("for: { line: theirs }, asks: know(person.name), gives: [know(person.id-number)]"));
  check(two("asks: know(person.name), gives: [know(person.id-number)]"));
  // Of whoever runs it something may stand in, and that is asked about.
  check(story("asks: know(person.name)", "not-ruled-out: none"));
});
