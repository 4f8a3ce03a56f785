/**
 * The chain as nested lists: what the picture shows, step by step, with what each step needs and which step gives that.
 * Where there is no room for the picture the way is a rail of cards, and the rest stands below it by institution.
 */
import { useMemo, useState } from "react";
import {
  type Chain,
  type Need,
  type RunStates,
  type StepState,
  stateOf,
} from "../../../src/questions/index.ts";
import type { ToldStep, Way } from "../../../src/reach/index.ts";
import { inBrackets, marks, sayCapability } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { capitalised, duration, useTelling, whereOf } from "../telling.ts";
import { isAlive } from "../way/broken.ts";
import { isLater } from "../way/step-card.tsx";
import { WayPicture } from "../way/way-picture.tsx";
import { wayWords } from "../way/words.ts";
import { type Shown, stages } from "./chain-view.ts";
import { flowKey, flowsOfSeveral, sayYield } from "./saying.ts";
import { chainWords } from "./words.ts";

interface ChainListProps {
  readonly chain: Chain;
  readonly shown: Shown;
  readonly states: RunStates;
  /** The way is not told already. */
  readonly hasWay: boolean;
  /** Nodes that are looked for, and no others are told; `undefined`: nothing is. */
  readonly found: ReadonlySet<number> | undefined;
  readonly open: (node: number) => void;
  readonly mark?: (node: number | undefined) => void;
}

/** The way by itself, where there is no picture. */
export function WayAlone({ chain, states, open }: Pick<ChainListProps, "chain" | "states" | "open">) {
  const words = useWords(chainWords);
  const way = useMemo(() => wayOf(chain), [chain]);
  if (chain.way.length === 0) return null;
  return (
    <section className="way-alone" aria-labelledby="way-alone">
      <h2 id="way-alone">{words.listWay}</h2>
      <WayPicture
        way={way}
        states={chain.way.map((node) => stateAt(chain, states, node))}
        open={(step) => open(chain.way[step] ?? 0)}
      />
    </section>
  );
}

export function ChainList(props: ChainListProps) {
  const { chain, shown, hasWay, found } = props;
  const telling = useTelling();
  const words = useWords(chainWords);
  const foundOf = (of: readonly number[]) =>
    found === undefined ? of : of.filter((each) => found.has(each));
  const way = foundOf(chain.way);
  const [leading, inReach] = [foundOf(chain.leading), foundOf(chain.inReach)];
  const { others } = chain;
  const last = stages.indexOf(shown.stage);
  const onWays = new Set(chain.way);
  const rest = (of: readonly number[]) => of.filter((node) => !onWays.has(node));
  const isLeading = new Set(leading);
  return (
    <ol className="chain-list">
      {way.length === 0 || !hasWay ? null : (
        <li>
          <h2>{words.listWay}</h2>
          <Steps {...props} of={way} />
        </li>
      )}
      {others.map(({ steps, minutes }, i) =>
        last < 1 || !shown.ways.has(i) ? null : (
          <li key={steps.join()}>
            <h2>{words.listOther({ steps: steps.length, duration: duration(telling, minutes) })}</h2>
            <Steps {...props} of={rest(foundOf(steps))} />
          </li>
        ),
      )}
      {last < 2 || chain.way.length === 0 ? null : (
        <li>
          <h2>{words.listLeading}</h2>
          <ByInstitution {...props} of={rest(leading)} />
        </li>
      )}
      {last < 3 ? null : (
        <li>
          <h2>{words.listReach}</h2>
          <ByInstitution {...props} of={rest(inReach).filter((node) => !isLeading.has(node))} />
        </li>
      )}
    </ol>
  );
}

/** The way by itself, its steps numbered from its own beginning. */
function wayOf({ nodes, way }: Chain): Way {
  const placeOf = new Map(way.map((node, i) => [node, i]));
  const steps = way.flatMap((node): readonly ToldStep[] => {
    const found = nodes[node];
    if (found === undefined) return [];
    const { used, gives } = found;
    return [
      {
        ...found,
        gives: used.length > 0 ? used : gives,
        after: found.after.flatMap((each) => placeOf.get(each) ?? []),
      },
    ];
  });
  return { steps, minutes: steps.at(-1)?.atMinutes ?? 0 };
}

const asFound: StepState = { kind: "holds" };
const stateAt = ({ nodes }: Chain, states: RunStates, node: number): StepState =>
  stateOf(states, nodes[node]) ?? asFound;

interface OfProps extends ChainListProps {
  readonly of: readonly number[];
}

function ByInstitution(props: OfProps) {
  const { of, chain } = props;
  const { lang } = useTelling();
  const words = useWords(chainWords);
  const byInstitution = new Map<string, number[]>();
  for (const node of of) {
    const institution = chain.nodes[node]?.institution ?? "";
    byInstitution.set(institution, [...(byInstitution.get(institution) ?? []), node]);
  }
  const titleOf = ([first = 0]: readonly number[]) => {
    const node = chain.nodes[first];
    return node === undefined ? "" : capitalised(whereOf(node, lang));
  };
  return (
    <>
      <p className="quiet">{words.found({ steps: of.length, institutions: byInstitution.size })}</p>
      <ol className="by-institution">
        {[...byInstitution].map(([institution, members]) => (
          <li key={institution}>
            <Fold title={titleOf(members)} size={words.steps(members.length)}>
              {() => <Steps {...props} of={members} />}
            </Fold>
          </li>
        ))}
      </ol>
    </>
  );
}

interface FoldProps {
  readonly title: string;
  readonly size: string;
  readonly children: () => React.ReactNode;
}

/** What is folded away is not drawn: there may be hundreds of steps. */
function Fold({ title, size, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {title} <span className="quiet">{size}</span>
      </summary>
      {isOpen ? children() : null}
    </details>
  );
}

function Steps({ of, chain, states, open, mark }: OfProps) {
  const telling = useTelling();
  const words = useWords(chainWords);
  const own = useWords(wayWords);
  const { lang, words: common } = telling;
  const several = useMemo(() => flowsOfSeveral(chain), [chain]);
  const isNeeded = useMemo(() => new Set(chain.needed), [chain]);
  return (
    <ol className="list-steps">
      {of.map((number) => {
        const node = chain.nodes[number];
        if (node === undefined) return null;
        const state = stateAt(chain, states, number);
        const when = isLater(node, state)
          ? own.nowAfter(duration(telling, state.minutes))
          : common.after(duration(telling, node.atMinutes));
        return (
          <li key={number}>
            <button
              type="button"
              className={`list-step ${state.kind}`}
              aria-haspopup="dialog"
              onClick={() => open(number)}
              onFocus={() => mark?.(number)}
              onBlur={() => mark?.(undefined)}
              onPointerEnter={() => mark?.(number)}
              onPointerLeave={() => mark?.(undefined)}
            >
              <span className="list-title">{node.title[lang]}</span>{" "}
              <span className="quiet">
                {whereOf(node, lang)}
                {marks[lang].comma}
                {isAlive(state) ? when : state.kind === "stopped" ? common.stopped : common.fallsToo}
              </span>{" "}
              {isNeeded.has(number) ? <span className="quiet">◆ {words.needed}</span> : null}{" "}
              <span className="list-yield">→ {sayYield(telling, node, several.has(flowKey(node)))}</span>
            </button>
            <ul className="list-needs">
              {node.needs.length === 0 ? <li>{words.nothingNeeded}</li> : null}
              {node.needs.map((need) => (
                <li key={need.capability}>
                  {words.needs}
                  {marks[lang].colon}
                  {sayCapability(telling.data, need.capability, lang)}{" "}
                  <span className="quiet">
                    <Source chain={chain} need={need} />
                  </span>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

function Source({ chain, need }: { readonly chain: Chain; readonly need: Need }) {
  const telling = useTelling();
  const words = useWords(chainWords);
  const { lang } = telling;
  const text = saySource({ chain, need, words, fromStart: telling.words.fromStart, lang });
  return inBrackets(text, lang);
}

interface SourceSaid {
  readonly chain: Chain;
  readonly need: Need;
  readonly words: ReturnType<typeof useWords<typeof chainWords>>;
  readonly fromStart: string;
  readonly lang: "en" | "zh";
}

/** Which step gives it, and how many others would. */
export function saySource({ chain, need, words, fromStart, lang }: SourceSaid): string {
  const first = need.first === undefined ? undefined : chain.nodes[need.first];
  if (first === undefined) return fromStart;
  return [
    words.from(first.title[lang]),
    ...(need.others.length === 0 ? [] : [words.andOthers(need.others.length)]),
  ].join(marks[lang].comma);
}
