/**
 * Bounds on the cheapest way in where that is hard: a dense world of 1,601 rules
 * (every flow asks three or four things, nearly every service matters), given 1,
 * 10 and 60 seconds. A sparse world of the same size stands beside it. HiGHS is at
 * hand for the landmarks; with `--alone` the engine does without.
 */
import { parseArgs } from "node:util";
import { cheapest, slice } from "../src/graph/index.ts";
import { compiled, ecosystem } from "./ecosystem.ts";
import { milliseconds, say } from "./measure.ts";
import type { Scene } from "./scene.ts";

const services = 200;

export const cheapestScene: Scene = async (words) => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      seconds: { type: "string", default: "1,10,60" },
      seed: { type: "string", default: "2" },
      alone: { type: "boolean" },
    },
  });
  const { highsCover } = await import("../src/solver/index.ts");
  for (const dense of [false, true]) {
    const world = ecosystem({ services, seed: Number(values.seed), dense });
    const rules = compiled(world);
    const question = { held: world.held, goals: [world.goal] };
    const relevant = slice(rules, question).rules.ruleCount;
    const name = `${dense ? "dense" : "sparse"}, ${rules.ruleCount} rules, ${relevant} relevant`;
    for (const seconds of values.seconds.split(",").map(Number)) {
      const hard = values.alone ? undefined : await highsCover();
      const start = performance.now();
      const isSpent = () => performance.now() - start > seconds * 1000;
      const answer = cheapest(rules, question, { isSpent, hard });
      const millis = performance.now() - start;
      if (answer === undefined) {
        say(`${name}: the goal cannot be reached`);
        break;
      }
      const { lower, upper, proved, way } = answer;
      const line = { name, seconds, lower, upper, proved, steps: way.length, millis: Math.round(millis) };
      process.stdout.write(`${JSON.stringify(line)}\n`);
      say(`${name}: [${lower}, ${upper}]${proved ? " proved" : ""} after ${milliseconds(millis)}`);
      if (proved) break;
    }
  }
  return 0;
};
