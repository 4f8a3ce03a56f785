/** The lines of a way as SVG, for eyes only: what rests on what is said in words on every card. */
import type { Lanes } from "./lanes.ts";
import type { Rail } from "./rail.ts";
import { pathOf, type Routes } from "./route.ts";

interface LineStates {
  /** Does the step no longer work? */
  readonly isBroken: (step: number) => boolean;
  /** Is one of the two cards pointed at? */
  readonly isLit: (from: number, to: number) => boolean;
}

const classOf = ({ isBroken, isLit }: LineStates, from: number, to: number) =>
  `line${isBroken(from) || isBroken(to) ? " broken" : ""}${isLit(from, to) ? " lit" : ""}`;

const bend = 5;
const arrowLength = 6;

export function LaneLines({
  routes,
  lanes,
  ...states
}: LineStates & { readonly routes: Routes; readonly lanes: Lanes }) {
  const incoming = new Map<number, number>();
  for (const { to } of routes.lines) incoming.set(to, (incoming.get(to) ?? 0) + 1);
  const joins = [...routes.joins].map(([to, { x, y }]) => ({
    to,
    x,
    y,
    edge: lanes.boxes[to]?.x ?? x,
    isJoin: (incoming.get(to) ?? 0) > 1,
  }));
  return (
    <svg className="lines" aria-hidden="true" width={lanes.width} height={lanes.height}>
      {routes.lines.map(({ from, to, points }) => (
        <path key={`${from}-${to}`} className={classOf(states, from, to)} d={pathOf(points, bend)} />
      ))}
      {joins.map(({ to, x, y, edge, isJoin }) => (
        <g key={to} className={states.isBroken(to) ? "join broken" : "join"}>
          <path className="line" d={`M${x} ${y}H${edge - arrowLength}`} />
          <path className="arrow" d={`M${edge} ${y}l${-arrowLength - 1} -4v8z`} />
          {isJoin ? <circle cx={x} cy={y} r={4} /> : null}
        </g>
      ))}
    </svg>
  );
}

export interface Row {
  readonly top: number;
  readonly height: number;
}

interface RailLinesProps extends LineStates {
  readonly rail: Rail;
  readonly rows: readonly Row[];
  readonly trackWidth: number;
}

export function RailLines({ rail, rows, trackWidth, ...states }: RailLinesProps) {
  const edge = rail.width * trackWidth + 14;
  const xOf = (track: number) => edge - 16 - track * trackWidth;
  const last = rows.at(-1);
  if (last === undefined) return null;
  const inAt = ({ top }: Row) => top + 22;
  const outAt = ({ top, height }: Row) => top + height - 16;
  const targets = new Map<number, number[]>();
  for (const { to, track } of rail.tracks)
    for (const step of to) targets.set(step, [...(targets.get(step) ?? []), track]);
  return (
    <svg className="lines" aria-hidden="true" width={edge} height={last.top + last.height}>
      {rail.tracks.flatMap(({ from, to, track }) => {
        const start = rows[from];
        if (start === undefined) return [];
        const x = xOf(track);
        return to.map((step) => {
          const end = rows[step];
          if (end === undefined) return null;
          const points = [
            { x: edge, y: outAt(start) },
            { x, y: outAt(start) },
            { x, y: inAt(end) },
            { x: edge - arrowLength, y: inAt(end) },
          ];
          return (
            <path key={`${from}-${step}`} className={classOf(states, from, step)} d={pathOf(points, bend)} />
          );
        });
      })}
      {[...targets].map(([step, tracks]) => {
        const row = rows[step];
        if (row === undefined) return null;
        const y = inAt(row);
        return (
          <g key={step} className={states.isBroken(step) ? "join broken" : "join"}>
            <path className="arrow" d={`M${edge} ${y}l${-arrowLength - 1} -4v8z`} />
            {tracks.length > 1
              ? tracks.map((track) => <circle key={track} cx={xOf(track)} cy={y} r={3} />)
              : null}
          </g>
        );
      })}
    </svg>
  );
}
