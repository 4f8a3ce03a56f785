/**
 * What the service counts of itself, in the text form Prometheus reads. Only sums over everybody: no figure is kept by
 * person, and none by institution, for whoever may read the figures need not be a member.
 */
const kinds = ["counter", "gauge", "histogram"] as const;

interface Figure {
  readonly name: string;
  readonly help: string;
  readonly kind: (typeof kinds)[number];
  /** By labels as they are written. */
  readonly values: Map<string, number>;
}

export interface Figures {
  count(name: CounterName, label?: string, by?: number): void;
  /** A time in seconds. */
  time(name: TimeName, seconds: number): void;
  /** All of them, with what is so at this moment. */
  text(now: Readonly<Record<GaugeName, number>>): string;
}

const counters = {
  events: ["Events answered, by status.", "status"],
  decisions: ["Decisions kept, by what was decided.", "decision"],
  again: ["Events sent again and answered as before.", undefined],
  full: ["Requests refused because the queue was full.", undefined],
  unknown_key: ["Requests with no key, an unknown or an expired one.", undefined],
  commits: ["Commits to the journal.", undefined],
  commit_faults: ["Commits the disk refused, and faults of ours before one.", undefined],
  webhooks_sent: ["Webhooks delivered.", undefined],
  webhooks_failed: ["Webhooks tried and not delivered; they are tried again.", undefined],
  signals_in: ["Signed signals that came in, by what became of them.", "kind"],
  signals_out: ["Signed signals on their way out, by what became of each try.", "kind"],
  spans: ["Spans of traces that have ended, by what became of them.", "kind"],
  states_kept: ["States kept beside the journal, for a start to go on from.", undefined],
  erased: ["People erased.", undefined],
} as const;
const times = {
  answer_seconds: "From a request's arrival to its answer.",
} as const;
const gauges = {
  waiting: "Events that wait to be decided.",
  records: "Records in the journal.",
  people: "Keys of people.",
  webhooks_owed: "Webhooks not delivered yet.",
  signals_owed: "Signed signals not taken yet, by all receivers.",
  views: "Views with a state.",
  well: "1: events are accepted; 0: the disk refuses.",
  replay_differs: "Decisions that came out otherwise when the journal was replayed at the start.",
} as const;

type CounterName = keyof typeof counters;
type TimeName = keyof typeof times;
export type GaugeName = keyof typeof gauges;

/** In seconds: around what is promised (5 ms) and around what a slow disk does. */
const edges = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

export function openFigures(): Figures {
  const figures = new Map<string, Figure>();
  const counterOf = (name: CounterName): Figure => {
    const known = figures.get(name);
    if (known !== undefined) return known;
    const made: Figure = {
      name: `chainbreak_${name}_total`,
      help: counters[name][0],
      kind: "counter",
      values: new Map(),
    };
    figures.set(name, made);
    return made;
  };
  const measured = new Map<TimeName, { readonly under: number[]; sum: number; count: number }>();
  for (const name of Object.keys(counters) as CounterName[]) {
    const { values } = counterOf(name);
    if (counters[name][1] === undefined) values.set("", 0);
  }
  return {
    count(name, label, by = 1) {
      const { values } = counterOf(name);
      const key = label === undefined ? "" : `{${counters[name][1]}="${label}"}`;
      values.set(key, (values.get(key) ?? 0) + by);
    },
    time(name, seconds) {
      const kept = measured.get(name) ?? { under: edges.map(() => 0), sum: 0, count: 0 };
      measured.set(name, kept);
      kept.sum += seconds;
      kept.count += 1;
      for (const [i, edge] of edges.entries()) if (seconds <= edge) kept.under[i]! += 1; // One for each edge.
    },
    text(now) {
      const rows: string[] = [];
      const head = (name: string, help: string, kind: Figure["kind"]) =>
        rows.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`);
      for (const { name, help, kind, values } of figures.values()) {
        head(name, help, kind);
        for (const [label, value] of [...values].sort(([a], [b]) => (a < b ? -1 : 1)))
          rows.push(`${name}${label} ${value}`);
      }
      for (const [name, help] of Object.entries(times) as [TimeName, string][]) {
        const full = `chainbreak_${name}`;
        const { under, sum, count } = measured.get(name) ?? { under: edges.map(() => 0), sum: 0, count: 0 };
        head(full, help, "histogram");
        for (const [i, edge] of edges.entries()) rows.push(`${full}_bucket{le="${edge}"} ${under[i]}`);
        rows.push(`${full}_bucket{le="+Inf"} ${count}`, `${full}_sum ${sum}`, `${full}_count ${count}`);
      }
      for (const [name, help] of Object.entries(gauges) as [GaugeName, string][]) {
        head(`chainbreak_${name}`, help, "gauge");
        rows.push(`chainbreak_${name} ${now[name]}`);
      }
      return `${rows.join("\n")}\n`;
    },
  };
}
