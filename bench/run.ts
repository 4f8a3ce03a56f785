/**
 * The measuring bench: `npm run bench -- <scene> …`.
 *
 * A scene says what it measures and against whom, compares answers before it
 * compares times, and says aloud what it could not compare. Figures hold for the
 * machine they were taken on; ratios within one run travel better.
 */

import type { Scene } from "./scene.ts";

interface Listed {
  readonly what: string;
  readonly load: () => Promise<Scene>;
}

const scenes: Readonly<Record<string, Listed>> = {
  closure: {
    what: "reach of 1.6 thousand to 1.6 million rules beside clingo and SWI-Prolog [--largest SERVICES] [--snapshot]",
    load: async () => (await import("./closure.ts")).closureScene,
  },
  many: {
    what: "reach of thousands of people at once, one bit each, beside the same in C [--people N] [--runs N] [--services N]",
    load: async () => (await import("./many.ts")).manyScene,
  },
  cut: {
    what: "cheapest cuts of AND/OR graphs, one JSON line each [--seconds N] [--against-clingo] FILES…",
    load: async () => (await import("./cut.ts")).cutScene,
  },
  audit: {
    what: "the whole audit of the founding person, and of made-up people of 10 to 10,000 accounts [--sizes N,N] [--snapshot]",
    load: async () => (await import("./audit.ts")).auditScene,
  },
  cheapest: {
    what: "bounds on the cheapest way in a dense world at 1, 10 and 60 seconds [--seconds 1,10,60] [--seed N] [--alone]",
    load: async () => (await import("./cheapest.ts")).cheapestScene,
  },
  page: {
    what: "the page in a browser: bytes, first answer, a switch, beside the server over HTTP [--runs N]",
    load: async () => (await import("./page.ts")).pageScene,
  },
  race: {
    what: "full nights a second on one core, by hands and accounts, memory over 10^5 nights, beside SimPy [--accounts N,N] [--long] [--snapshot]",
    load: async () => (await import("./race.ts")).raceScene,
  },
  detect: {
    what: "judging streams: CPU an event, bytes an identity, chains seen before the first loss [--people N] [--days N] [--attacks N] [--curve] [--leave-out]",
    load: async () => (await import("./detect.ts")).detectScene,
  },
  service: {
    what: "detect as a service, durable, its load on the same cores: decisions a second in lists and one by one, times at a steady rate [--people N] [--days N] [--seconds N] [--list N] [--rate N]",
    load: async () => (await import("./service.ts")).serviceScene,
  },
  workers: {
    what: "workers on the shared log, on PostgreSQL alone and with JetStream before it, undisturbed and killed: events a second, bytes, taking over [--people N] [--seconds N] [--workers 1,2,4]",
    load: async () => (await import("./workers.ts")).workersScene,
  },
  intake: {
    what: "reading ten files of other people's records, a hundred thousand rows in all: seconds, memory, growth [--rows N] [--each]",
    load: async () => (await import("./intake.ts")).intakeScene,
  },
  recovery: {
    what: "how much of a planted night is found again with a share of its rows lost [--nights N] [--dropped 0,20,40,60]",
    load: async () => (await import("./recovery.ts")).recoveryScene,
  },
  chain: {
    what: "frames a second of the picture of a chain, hundreds of steps unfolded, in a browser [--sizes N,N] [--folder PAGE]",
    load: async () => (await import("./chain.ts")).chainScene,
  },
};

const [name, ...words] = process.argv.slice(2);
const scene = name === undefined ? undefined : scenes[name];
if (scene === undefined) {
  const known = Object.entries(scenes).map(([each, { what }]) => `  ${each.padEnd(10)} ${what}`);
  const complaint = name === undefined ? "which scene?" : `unknown scene \`${name}\``;
  process.stderr.write(`${complaint}\n${known.join("\n")}\n`);
  process.exitCode = 2;
} else {
  const run = await scene.load();
  process.exitCode = await run(words);
}
