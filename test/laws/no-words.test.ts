/** The rooms that reason know no word of the vocabulary: they ask for roles, so a word may be renamed in the files alone. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { vocabulary } from "../kit/small-world.ts";

const words = new Set([...vocabulary.capabilities.keys(), ...vocabulary.conditions.keys()]);
const rooms = ["world", "reach", "ground"];

/** Words that stand quoted, alone or before a bracket: `"suspended"`, `drain(`. */
const wordsIn = (text: string): readonly string[] =>
  [...text.matchAll(/["'`]([a-z][a-z-]*)(?:["'`]|\()/g)].flatMap(([, word]) =>
    word !== undefined && words.has(word) ? [word] : [],
  );

test("no word of the vocabulary stands in a string of the rooms that reason", () => {
  // A search that finds nothing anywhere must not pass.
  expect(wordsIn('x === "suspended" || id.startsWith("drain(")')).toEqual(["suspended", "drain"]);
  const found = rooms.flatMap((room) =>
    readdirSync(`src/${room}`)
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .flatMap((name) =>
        readFileSync(`src/${room}/${name}`, "utf8")
          .split("\n")
          .filter((line) => !/^\s*(\*|\/\/|\/\*)/.test(line))
          .flatMap((line) => wordsIn(line).map((word) => `${room}/${name}: ${word}`)),
      ),
  );
  expect(found).toEqual([]);
});
