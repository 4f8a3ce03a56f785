/** The judge of streams, from outside: any events of any people, in any order, however they are handed in. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readWholeFolder } from "../../src/catalog/index.ts";
import {
  type Decision,
  type DetectEvent,
  eventKinds,
  everydaySum,
  features,
  keepShapes,
  logsOf,
  madeLikelihoods,
  meantBy,
  noState,
  proofWords,
  readEvent,
  restore,
  snapshot,
  step,
  type Version,
  withUnread,
} from "../../src/detect/index.ts";
import { earliest } from "../../src/graph/index.ts";
import { said } from "../doors/said.ts";

const { catalog: read } = readWholeFolder({ folder: "catalog", from: "", stories: false });
const catalog = withUnread(read);
const today = "2024-01-01";
const version: Version = {
  catalog,
  logs: logsOf(madeLikelihoods),
  likelihoods: madeLikelihoods.id,
  shapeOf: keepShapes({ catalog, people: new Map(), today }),
  until: Date.UTC(2026, 0, 1) / 60_000,
};

const institutions = ["ee", "monzo", "apple", "google", "a-bank-nobody-knows"];
/** Any event in three months; `who` of their own devices, so that people can be judged apart. */
const anyEvent = fc
  .record({
    minute: fc.integer({ min: 0, max: 130_000 }),
    institution: fc.constantFrom(...institutions),
    kind: fc.constantFrom(...Object.keys(eventKinds), "a-kind-nobody-knows"),
    who: fc.constantFrom("ann", "bob", "cho"),
    proofs: fc.subarray(Object.keys(proofWords), { maxLength: 3 }),
    device: fc.constantFrom("phone", "tablet", "x", undefined),
    amount: fc.constantFrom("10.00", "35.50", "9000.00", undefined),
    payee: fc.constantFrom("shop", "rent", "mule", undefined),
    channel: fc.constantFrom("app", "counter", "phone", undefined),
    initiator: fc.constantFrom("customer", "helper", "agent", "batch", undefined),
  })
  .map(({ minute, who, device, ...rest }) => ({
    ...rest,
    person: who,
    time: new Date(Date.UTC(2024, 0, 1) + minute * 60_000).toISOString().replace(/\.\d+Z$/, "Z"),
    ...(device === undefined ? {} : { device: `${device}-of-${who}` }),
  }));
const streams = fc
  .array(anyEvent, { minLength: 1, maxLength: 60 })
  .map((events) =>
    events
      .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
      .map((event, i) => ({ id: `e${i}`, ...event })),
  );
type Written = { readonly id: string; readonly person: string; readonly institution: string };

/** The only place in this file that knows how an event is read. */
function readAll(events: readonly Written[]): readonly DetectEvent[] {
  return events.map((event) => {
    const { event: made } = readEvent(JSON.stringify(event), { catalog, place: { file: "stream" } });
    if (made === undefined) throw new Error("an event that cannot be read");
    return made;
  });
}

const judged = (events: readonly DetectEvent[], state = noState(), by = version): readonly Decision[] =>
  events.map((event) => step(state, event, by));

/** What each event shows of the owner: a finger laid on a phone never seen may be anybody's (D35). */
const byIdOf = (events: readonly DetectEvent[], decisions: readonly Decision[]) =>
  new Map(
    events.map((event, i) => [
      event.id,
      decisions[i]?.because.includes("new-device") === true
        ? { ...event, proofs: event.proofs.filter((word) => word !== "fingerprint") }
        : event,
    ]),
  );

/** One who asks at the least doubt: so that there is much to judge. */
const wary: Version = { ...version, costs: { stepUp: 1e-6, hold: 0.5, block: 0.9 } };

test("D1 by time equals person by person", () => {
  fc.assert(
    fc.property(streams, (written) => {
      const events = readAll(written);
      const together = new Map(judged(events).map((decision) => [decision.event, decision]));
      const apart = ["ann", "bob", "cho"].flatMap((who) =>
        judged(events.filter(({ person }) => person === who)),
      );
      for (const decision of apart) expect(decision).toEqual(together.get(decision.event));
    }),
    { numRuns: 60 },
  );
});

test("D2 stopped anywhere, kept and restored, it goes on with the same decisions", () => {
  fc.assert(
    fc.property(streams, fc.nat(60), (written, stop) => {
      const events = readAll(written);
      const whole = judged(events);
      const state = noState();
      const first = judged(events.slice(0, stop), state);
      const rest = judged(events.slice(stop), restore(snapshot(state)));
      expect([...first, ...rest]).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});

test("D14 a sum counts by what it is worth: a life told in other money is decided alike", () => {
  const moneys = ["CNY", "JPY", "KES", "GBP", "IDR"] as const;
  const worth = fc.array(fc.constantFrom(1, 2, 10, 100, 1_000), { minLength: 60, maxLength: 60 });
  fc.assert(
    fc.property(streams, worth, fc.constantFrom(...moneys), (written, sums, other) => {
      const told = (currency: string) =>
        judged(
          readAll(
            written.map((event, i) => ({
              ...event,
              amount: String(sums[i]! * everydaySum(currency)!),
              currency,
            })),
          ),
        );
      expect(told(other)).toEqual(told("EUR"));
    }),
    { numRuns: 30 },
  );
});

test("D4 an event seen twice counts once, and is given its first decision", () => {
  fc.assert(
    fc.property(streams, fc.nat(), fc.nat(), (written, which, later) => {
      const events = readAll(written);
      const from = which % events.length;
      const at = from + 1 + (later % (events.length - from));
      const doubled = judged([...events.slice(0, at), events[from]!, ...events.slice(at)]);
      const once = judged(events);
      expect(doubled[at]?.decision).toBe(once[from]?.decision);
      expect(doubled[at]?.said).toContain("twice");
      expect([...doubled.slice(0, at), ...doubled.slice(at + 1)]).toEqual(once);
    }),
    { numRuns: 60 },
  );
});

test("D6 with the view of one institution, the events of others change nothing", async () => {
  const samples = fc.sample(streams, { numRuns: 8, seed: 6 });
  for (const written of samples) {
    const lines = (events: readonly Written[]) => events.map((event) => JSON.stringify(event)).join("\n");
    const own = written.filter(({ institution }) => institution === "monzo");
    const words = ["detect", "--events", "events.ndjson", "--view", "own:monzo", "--json"];
    const all = await said(words, { files: { "events.ndjson": lines(written) } });
    const alone = await said(words, { files: { "events.ndjson": lines(own) } });
    expect(all.out).toBe(alone.out);
    expect(all.out.split("\n").filter((line) => line !== "").length).toBe(own.length);
  }
});

test("D7 the proof asked for is outside what the intruder of the story could come to hold", () => {
  let asked = 0;
  fc.assert(
    fc.property(streams, (written) => {
      const events = readAll(written);
      const decisions = judged(events, noState(), wary);
      const byId = byIdOf(events, decisions);
      for (const { event: id, person, stepUp, chain } of decisions) {
        if (stepUp === undefined || stepUp.proof === "appear-in-person") continue;
        asked++;
        const event = byId.get(id)!;
        const shape = version.shapeOf(person, "gb");
        // Recomputed by the graph's own algorithm, from the acts the decision cites, with all that can be lent.
        const held = chain.flatMap((each) => {
          const { asked: was, given } = meantBy(shape, byId.get(each)!, catalog);
          return [...was, ...given];
        });
        const { base, weights } = shape.worst;
        const known = [...base.because.entries()].flatMap(([node, because]) =>
          because === -1 ? [node] : [],
        );
        const { time } = earliest(weights.rules, [...known, ...held], { active: weights.active });
        const { asked: shown } = meantBy(
          shape,
          { ...event, flow: undefined as never, proofs: [stepUp.proof] },
          catalog,
        );
        expect(shown.filter((node) => time[node] !== Infinity)).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
  expect(asked).toBeGreaterThan(10); // A law that judged nothing must not pass.
});

test("D17 somebody is sent to a counter where there is one: here, or at an institution of the kind that is named", () => {
  const places = ["alipay", "wechat-tenpay", "whatsapp", "coinbase", "ee", "monzo", "icbc"];
  const elsewhere = new Set<string>();
  let here = 0;
  fc.assert(
    fc.property(
      streams,
      fc.array(fc.constantFrom(...places), { minLength: 60, maxLength: 60 }),
      (written, at) => {
        const events = readAll(written.map((event, i) => ({ ...event, institution: at[i]! })));
        const state = noState();
        for (const event of events) {
          const { stepUp } = step(state, event, wary);
          if (stepUp?.proof !== "appear-in-person") continue;
          const { world } = version.shapeOf(event.person, state.regions.get(event.person)).reach;
          // Kinds of institutions of this world with a counter at which some step asks that somebody appears.
          const kinds = new Set(
            world.steps
              .filter(({ flow }) => flow.channel === "counter" || flow.channel === "branch")
              .filter(({ asks }) => asks.some((atom) => world.atoms[atom]?.kind === "appear-in-person"))
              .map(({ institution }) => catalog.institutions.get(institution)?.kind),
          );
          const kind = catalog.institutions.get(event.institution)?.kind;
          expect(kinds.has(stepUp.at ?? kind), `${event.institution} ${stepUp.at}`).toBe(true);
          if (stepUp.at === undefined) here++;
          else {
            // Of its kind nobody has a counter, or it is said of this one that it has none.
            const isWithout = catalog.institutions.get(event.institution)?.noCounter !== undefined;
            expect(isWithout || !kinds.has(kind), event.institution).toBe(true);
            elsewhere.add(event.institution);
          }
        }
      },
    ),
    { numRuns: 120 },
  );
  expect(here).toBeGreaterThan(0);
  expect([...elsewhere]).toContain("monzo"); // A bank without branches sends to another one's counter.
});

test("D17 a card is asked for by whoever can read it", () => {
  const kinds = new Set<string | undefined>();
  fc.assert(
    fc.property(
      streams,
      fc.array(fc.constantFrom("paypal", "amazon", "coinbase", "monzo", "barclays", "ee"), {
        minLength: 60,
        maxLength: 60,
      }),
      (written, at) => {
        const events = readAll(written.map((event, i) => ({ ...event, institution: at[i]! })));
        for (const [i, { stepUp }] of judged(events, noState(), wary).entries())
          if (stepUp?.proof === "card-in-hand") kinds.add(catalog.institutions.get(at[i]!)?.kind);
      },
    ),
    { numRuns: 30 },
  );
  expect([...kinds]).toEqual(["bank"]);
});

test("D18 whoever was sent to a counter and came there is cleared of the device it was about, by no new SIM though", () => {
  const act = (id: string, minute: number, more: object) => ({
    ...{ id, institution: "whatsapp", kind: "post", person: "ann", device: "x" },
    time: new Date(Date.UTC(2024, 2, 1) + minute * 60_000).toISOString(),
    ...more,
  });
  const line = { institution: "ee", device: undefined };
  const chain = [
    act("c1", 0, { ...line, kind: "line-suspended" }),
    act("c2", 20, { ...line, kind: "sim-changed", channel: "chat" }),
    act("c3", 30, { institution: "google", kind: "password-reset", proofs: ["sms"] }),
    act("c4", 40, { kind: "sign-in", proofs: ["sms"] }),
    act("c5", 50, {}),
  ];
  const came = { device: undefined, channel: "branch", proofs: ["appear-in-person"] };
  const bank = act("c6", 1_500, { ...came, institution: "barclays", kind: "support-call" });
  const carrier = act("c6", 1_500, { ...came, institution: "ee", kind: "sim-reissued" });
  const after = (...events: readonly Written[]) => {
    const all = judged(
      readAll([...chain, ...events, act("c7", 3_000, { kind: "sign-in" })]),
      noState(),
      wary,
    );
    return { asked: all[4]?.stepUp, chain: all.at(-1)?.chain };
  };
  const alone = after();
  expect(alone.asked).toEqual({ proof: "appear-in-person", why: "only-presence-left", at: "bank" });
  expect(alone.chain).toContain("c5");
  expect(after(carrier).chain).toContain("c5");
  expect(after(bank).chain).not.toContain("c5");
  // Whose known phone was turned away comes about that, and says nothing of another device.
  const known = { device: "own", known: { device: true } };
  const turnedAway = act("c8", 1_400, { ...known, institution: "barclays", kind: "sign-in-failed" });
  expect(after(turnedAway, bank).chain).toContain("c5");
});

test("D19 a yes on the known phone after three tries in vain clears nobody, and is not asked for", () => {
  const act = (id: string, minute: number, more: object) => ({
    ...{ id, institution: "a-bank-nobody-knows", kind: "sign-in", person: "ann", device: "x" },
    time: new Date(Date.UTC(2024, 2, 1) + minute * 60_000).toISOString(),
    ...more,
  });
  const before = Array.from({ length: 30 }, (_, i) =>
    act(`h${i}`, -43_200 + i * 1_440, { kind: "app-open", device: "own" }),
  );
  const after = (tries: object[]) => {
    const told = judged(
      readAll([
        ...before,
        ...tries.map((more, i) => act(`t${i}`, i, { kind: "sign-in-failed", ...more })),
        act("yes", 30, { proofs: ["password", "approval-on-known-device"] }),
        act("then", 40, { kind: "password-changed" }),
      ]),
      noState(),
      wary,
    );
    const asked = told.slice(before.length).map(({ stepUp }) => stepUp?.proof);
    return { chain: told.at(-1)?.chain, asked, because: told.at(-2)?.because };
  };
  expect(after([{}, {}]).chain).not.toContain("t0");
  expect(after([{}, {}]).because).not.toContain("tap-worn-out");
  for (const tries of [[{}, {}, {}], [{ count: 12 }]]) {
    const { chain, asked, because } = after(tries);
    expect(chain).toContain("t0");
    expect(because).toContain("tap-worn-out");
    expect(asked.slice(tries.length)).not.toContain("approval-on-known-device");
  }
  // By tries at another institution nobody was worn out here.
  expect(after([{ count: 12, institution: "monzo" }]).chain).not.toContain("t0");
});

const wasUsedBefore = (events: readonly DetectEvent[], { id, person, device }: DetectEvent): boolean => {
  const before = events.slice(
    0,
    events.findIndex((event) => event.id === id),
  );
  return device !== undefined && before.some((event) => event.person === person && event.device === device);
};

test("D8 how near a loss is, kept by the change, is what the graph finds anew", () => {
  const shape = version.shapeOf("anybody", "gb");
  const { weights } = shape;
  // Whichever region an event speaks of, nearness is told of this one shape.
  const always: Version = { ...version, shapeOf: () => shape };
  const known = [...shape.base.because.entries()].flatMap(([node, because]) =>
    because === -1 ? [node] : [],
  );
  fc.assert(
    fc.property(streams, (written) => {
      const events = readAll(written);
      const decisions = judged(events, noState(), always);
      const byId = byIdOf(events, decisions);
      for (const { event, chain, stage, because } of decisions) {
        if (stage.after === undefined || chain.length === 0 || because.includes("nobody-acts")) continue;
        // An odd act on a device of the owner's says that the phone is in other hands; that is judged elsewhere.
        if ([...chain, event].some((id) => wasUsedBefore(events, byId.get(id)!))) continue;
        // What this event made possible counts, even where the event itself is like the others.
        const held = [...new Set([...chain, event])].flatMap((id) => {
          const { asked, given } = meantBy(shape, byId.get(id)!, catalog);
          return [...asked, ...given];
        });
        const { time } = earliest(weights.rules, [...known, ...held], { active: weights.active });
        expect(stage.after.minutes).toBe(Math.min(...shape.losses.map(({ node }) => time[node]!)));
      }
    }),
    { numRuns: 40 },
  );
});

const minutesBetween = (a: DetectEvent, b: DetectEvent): number => Math.abs(a.at - b.at);

test("D22 whatever is cited hangs together with the event: by one hand, or one opened what the other asked", () => {
  const shape = version.shapeOf("anybody", "gb");
  const always: Version = { ...version, shapeOf: () => shape };
  const { weights, closures } = shape;
  const known = [...shape.base.because.entries()].flatMap(([node, because]) =>
    because === -1 ? [node] : [],
  );
  const nobody = closures.of([]).base.minutes;
  const opened = (by: DetectEvent, of: DetectEvent): boolean => {
    const { given } = meantBy(shape, by, catalog);
    const { time } = earliest(weights.rules, [...known, ...given], { active: weights.active });
    const isHeld = of.device !== undefined && of.group !== "line";
    const phones = isHeld
      ? [...shape.reach.world.atomOf].filter(([text]) => /^(possess|unlock)\(device/.test(text))
      : [];
    const asked = [
      ...meantBy(shape, of, catalog).asked,
      ...phones.flatMap(([, atom]) => shape.reach.nodeOfAtom.get(atom) ?? []),
    ];
    return asked.some((node) => nobody[node] === Infinity && time[node]! < Infinity);
  };
  const isTied = (a: DetectEvent, b: DetectEvent): boolean =>
    (a.device !== undefined && a.device === b.device) ||
    ((a.device === undefined || b.device === undefined) && minutesBetween(a, b) <= 1_440) ||
    opened(a, b) ||
    opened(b, a);
  let cited = 0;
  let named = 0;
  fc.assert(
    fc.property(streams, (written) => {
      // Three months of events within some days: what lies far apart is rarely told together.
      const start = Date.UTC(2024, 0, 1);
      const events = readAll(
        written.map((event) => ({
          ...event,
          time: new Date(start + (Date.parse(event.time) - start) / 12).toISOString(),
        })),
      );
      const byId = new Map(events.map((event) => [event.id, event]));
      for (const { event: id, chain, openedBy } of judged(events, noState(), always)) {
        for (const by of openedBy) expect(opened(byId.get(by)!, byId.get(id)!), `${by} ${id}`).toBe(true);
        expect(openedBy.filter((by) => !chain.includes(by) || by === id)).toEqual([]);
        named += openedBy.length;
        // What is like any other act is told with what was odd before it, if it hangs together with nothing itself.
        if (chain.at(-1) !== id) continue;
        const left = new Set(chain.slice(0, -1));
        const found = [id];
        for (const each of found)
          for (const other of left)
            if (isTied(byId.get(each)!, byId.get(other)!)) {
              left.delete(other);
              found.push(other);
            }
        expect([...left], `${id} cites ${chain.join()}`).toEqual([]);
        cited += chain.length - 1;
      }
    }),
    { numRuns: 100 },
  );
  expect(cited).toBeGreaterThan(40);
  expect(named).toBeGreaterThan(10);
});

test("D22 what an owner did on the own phone, and what nothing later asked, is in nobody's chain from another phone", () => {
  const act = (id: string, minute: number, more: object) => ({
    ...{ id, institution: "monzo", person: "ann" },
    time: new Date(Date.UTC(2024, 2, 1) + minute * 60_000).toISOString(),
    ...more,
  });
  const life = Array.from({ length: 60 }, (_, i) =>
    act(`h${i}`, (i - 75) * 1_440, {
      ...{ kind: i % 3 === 0 ? "payment" : "app-open", device: "own" },
      ...(i % 3 === 0 ? { amount: "25.00", payee: `shop-${i % 4}` } : {}),
    }),
  );
  const own = { device: "own", proofs: ["approval-on-known-device"] };
  const ofOwner = fc.record({
    kind: fc.constantFrom("transfer", "limit-raised", "payee-added", "card-shown"),
    amount: fc.constantFrom("900.00", "1500.00", "4000.00"),
    daysBefore: fc.integer({ min: 2, max: 14 }),
  });
  const z = { device: "z", channel: "web" };
  fc.assert(
    fc.property(ofOwner, ({ kind, amount, daysBefore }) => {
      const rent = act("rent", -daysBefore * 1_440, { kind, amount, payee: "new-landlord", ...own });
      const chain = [
        act("c1", 0, { institution: "ee", kind: "number-moved", proofs: ["name", "birth-date"] }),
        act("c2", 20, { kind: "password-reset", ...z, proofs: ["sms", "id-number"] }),
        act("c3", 30, { kind: "payee-added", ...z, proofs: ["sms"] }),
        act("c4", 40, { kind: "transfer", ...z, amount: "4000.00", payee: "mule" }),
      ];
      const told = judged(readAll([...life, rent, ...chain])).slice(life.length);
      expect(told[0]?.chain).toEqual(["rent"]);
      expect(told[4]?.chain).toEqual(["c1", "c2", "c3", "c4"]);
    }),
    { numRuns: 20 },
  );
});

test("D11 of two acts in a row on one device the second is not weighed by how the line changed", () => {
  const line = features.findIndex(({ name }) => name === "line");
  let weighed = 0;
  fc.assert(
    fc.property(streams, (written) => {
      for (const who of ["ann", "bob", "cho"]) {
        let before: DetectEvent | undefined;
        let isNews = true;
        const state = noState();
        const onCells = (cells: Int16Array, event: DetectEvent) => {
          if (cells[line] === -1) return;
          weighed++;
          expect(isNews || before?.device !== event.device, event.id).toBe(true);
          before = event;
          isNews = false;
        };
        for (const event of readAll(written.filter(({ person }) => person === who))) {
          step(state, event, { ...version, onCells });
          // Whatever takes or touches the line is news of it.
          if (/^line|^protect/.test(event.group)) isNews = true;
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(weighed).toBeGreaterThan(100);
});
