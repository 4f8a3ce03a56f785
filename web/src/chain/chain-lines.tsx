/**
 * The lines of the picture, for eyes only. Each is a path of its own: a browser draws a sheet in tiles, and leaves out of
 * each tile the paths that do not touch it; one long path for all of them would be gone through for every tile.
 */
import { memo, useMemo } from "react";
import type { Join, Picture } from "./chain-layout.ts";
import type { ChainView, Link } from "./chain-view.ts";

interface ChainLinesProps {
  readonly view: ChainView;
  readonly picture: Picture;
  /** Card by card: it can no longer be run. */
  readonly dead: readonly boolean[];
}

const looks = ["plain", "other", "dead", "way"] as const;
type Look = (typeof looks)[number];

export const ChainLines = memo(function ChainLines({ view, picture, dead }: ChainLinesProps) {
  const drawn = useMemo(() => drawnBy(view, picture, dead), [view, picture, dead]);
  return (
    <svg className="lines" aria-hidden="true" width={picture.width} height={picture.height}>
      {looks.map((look) => {
        const { lines, arrows, dots } = drawn[look];
        return (
          <g key={look} className={`chain-line ${look}`}>
            <g className="course">{paths(lines)}</g>
            <g className="head">{paths(arrows)}</g>
            <g className="dot">{paths(dots)}</g>
          </g>
        );
      })}
    </svg>
  );
});

const paths = (of: readonly string[]) => [...new Set(of)].map((path) => <path key={path} d={path} />);

interface Drawn {
  readonly lines: string[];
  readonly arrows: string[];
  readonly dots: string[];
}

function drawnBy(
  { links }: ChainView,
  picture: Picture,
  dead: readonly boolean[],
): Readonly<Record<Look, Drawn>> {
  const nothing = (): Drawn => ({ lines: [], arrows: [], dots: [] });
  const drawn: Record<Look, Drawn> = { plain: nothing(), other: nothing(), dead: nothing(), way: nothing() };
  const looksInto = new Map<string, Set<Look>>();
  for (const { link: i, path } of picture.lines) {
    const link = links[i];
    if (link === undefined || link.isQuiet) continue;
    const look = lookOf(link, dead);
    drawn[look].lines.push(path);
    const key = `${link.to} ${link.kind}`;
    looksInto.set(key, (looksInto.get(key) ?? new Set()).add(look));
  }
  for (const join of picture.joins) {
    const into = looksInto.get(`${join.card} ${join.kind}`);
    const look = into === undefined ? undefined : strongest.find((each) => into.has(each));
    if (look === undefined) continue;
    const edge = picture.boxes[join.card]?.x ?? join.x;
    drawn[look].lines.push(stubOf(join, edge));
    drawn[look].arrows.push(`M${edge} ${join.y}l${-arrowLength - 1} -4v8z`);
    if (join.count > 1) drawn[look].dots.push(dotAt(join));
  }
  return drawn;
}

/** What a place where lines of several looks meet looks like itself. */
const strongest: readonly Look[] = ["way", "plain", "other", "dead"];
const arrowLength = 6;
const dotRadius = 4;

function lookOf({ from, to, kind, isOfWay }: Link, dead: readonly boolean[]): Look {
  if (dead[from] === true || dead[to] === true) return "dead";
  return kind === "other" ? "other" : isOfWay ? "way" : "plain";
}

const stubOf = ({ x, y }: Join, edge: number): string => `M${x} ${y}H${edge - arrowLength}`;
const dotAt = ({ x, y }: Join): string =>
  `M${x - dotRadius} ${y}a${dotRadius} ${dotRadius} 0 1 0 ${2 * dotRadius} 0a${dotRadius} ${dotRadius} 0 1 0 ${-2 * dotRadius} 0`;

interface TraceProps {
  readonly view: ChainView;
  readonly picture: Picture;
  /** The card that is looked at. */
  readonly card: number;
}

/** From the card that is looked at back to where everything it rests on begins. */
export function Trace({ view, picture, card }: TraceProps) {
  const { cards, links } = useMemo(() => traceOf(view, card), [view, card]);
  const courses = picture.lines.filter(({ link }) => links.has(link));
  const stubs = picture.joins.filter(
    ({ card: into, kind }) => (kind === "first" && cards.has(into)) || into === card,
  );
  return (
    <svg className="lines trace" aria-hidden="true" width={picture.width} height={picture.height}>
      <path
        className="course"
        d={[
          ...courses.filter(({ link }) => view.links[link]?.kind === "first").map(({ path }) => path),
          ...stubs.map((join) => stubOf(join, picture.boxes[join.card]?.x ?? join.x)),
        ].join("")}
      />
      <path
        className="course instead"
        d={courses
          .filter(({ link }) => view.links[link]?.kind === "other")
          .map(({ path }) => path)
          .join("")}
      />
      {[...cards].map((each) => {
        const box = picture.boxes[each];
        return box === undefined ? null : <rect key={each} {...box} rx={10} />;
      })}
    </svg>
  );
}

/** A card's own alternatives are among them; those of what it rests on are not, or everything would be. */
function traceOf({ links }: ChainView, card: number) {
  const into = new Map<number, number[]>();
  for (const [i, { to, kind }] of links.entries())
    if (kind === "first") into.set(to, [...(into.get(to) ?? []), i]);
  const cards = new Set([card]);
  const found = new Set<number>();
  for (const each of cards)
    for (const i of into.get(each) ?? []) {
      found.add(i);
      cards.add(links[i]?.from ?? card);
    }
  for (const [i, { to, kind }] of links.entries()) if (to === card && kind === "other") found.add(i);
  return { cards, links: found };
}
