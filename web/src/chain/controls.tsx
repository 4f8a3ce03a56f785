/** Which loss, how much of the picture, and which other ways. All of it stands still while it is used. */
import { useId } from "react";
import type { Chain, Loss } from "../../../src/questions/index.ts";
import { marks, sayLossAmount } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { capitalised, duration, sayLoss, useTelling } from "../telling.ts";
import { type Stage, stages } from "./chain-view.ts";
import { flowKey } from "./saying.ts";
import { chainWords } from "./words.ts";

interface WhichLossProps {
  readonly losses: readonly Loss[];
  readonly goal: string | undefined;
  readonly select: (goal: string) => void;
}

/** More than these are a list to choose from, no row of buttons. */
const buttonsMax = 6;

export function WhichLoss({ losses, goal, select }: WhichLossProps) {
  const telling = useTelling();
  const words = useWords(chainWords);
  const group = useId();
  const { lang, base } = telling;
  const amountOf = (loss: Loss) =>
    sayLossAmount(loss, { lang, currency: base.currency }, words.unknownAmount);
  const whenOf = ({ earliestMinutes }: Loss) => words.reachedIn(duration(telling, earliestMinutes ?? 0));
  if (losses.length > buttonsMax)
    return (
      <p className="which-loss">
        <label htmlFor={group}>{words.which}</label>
        <select id={group} value={goal} onChange={({ target }) => select(target.value)}>
          {losses.map((loss) => (
            <option key={loss.goal} value={loss.goal}>
              {[amountOf(loss), capitalised(sayLoss(telling, loss)), whenOf(loss)].join(" · ")}
            </option>
          ))}
        </select>
      </p>
    );
  return (
    <fieldset className="which-loss">
      <legend className="unseen">{words.which}</legend>
      {losses.map((loss) => (
        <label key={loss.goal} className={loss.goal === goal ? "pill on" : "pill"}>
          <input type="radio" name={group} checked={loss.goal === goal} onChange={() => select(loss.goal)} />
          <strong>{amountOf(loss)}</strong> {capitalised(sayLoss(telling, loss))}{" "}
          <span className="quiet">{whenOf(loss)}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface HowMuchProps {
  readonly chain: Chain;
  readonly stage: Stage;
  readonly ways: ReadonlySet<number>;
  readonly show: (stage: Stage) => void;
  readonly toggleWay: (way: number) => void;
}

export function HowMuch({ chain, stage, ways, show, toggleWay }: HowMuchProps) {
  const words = useWords(chainWords);
  const group = useId();
  const { way, others, leading, inReach, goal } = chain;
  const sizes: Readonly<Record<Stage, string>> = {
    way: words.steps(way.length),
    ways: words.ways(others.length),
    leading: words.steps(new Set([...way, ...leading]).size),
    reach: words.steps(new Set([...way, ...inReach]).size),
  };
  if (goal === undefined) return null;
  return (
    <div className="how-much">
      <fieldset>
        <legend className="unseen">{words.howMuch}</legend>
        {stages.map((each) => (
          <label key={each} className={stage === each ? "pill on" : "pill"}>
            <input
              type="radio"
              name={group}
              value={each}
              checked={stage === each}
              disabled={each === "ways" && others.length === 0}
              onChange={() => show(each)}
            />
            {words[`stage_${each}`]} <span className="quiet">{sizes[each]}</span>
          </label>
        ))}
      </fieldset>
      <OtherWays chain={chain} isShown={stage !== "way"} ways={ways} toggleWay={toggleWay} />
    </div>
  );
}

interface OtherWaysProps extends Pick<HowMuchProps, "chain" | "ways" | "toggleWay"> {
  readonly isShown: boolean;
}

/** Opens over the picture, so that nothing is pushed away. */
function OtherWays({ chain, isShown, ways, toggleWay }: OtherWaysProps) {
  const telling = useTelling();
  const words = useWords(chainWords);
  const { lang } = telling;
  const { nodes, others, way } = chain;
  const separator = marks[lang].semicolon;
  const ofFirst = new Set(way.map((node) => flowKey(nodes[node])));
  const titles = (of: readonly number[]) =>
    [...new Set(of.map((node) => nodes[node]?.title[lang] ?? ""))].join(separator);
  return (
    <details className="other-ways">
      <summary className="pill">
        {words.otherWays} <span className="quiet">{words.ways(others.length)}</span>
      </summary>
      <div className="other-panel">
        {others.length === 0 ? <p className="quiet">{words.noOtherWay}</p> : null}
        {others.map(({ steps, minutes, without }, i) => (
          <label key={steps.join()} className="other-way">
            <input type="checkbox" checked={isShown && ways.has(i)} onChange={() => toggleWay(i)} />
            <span>
              <strong>{words.otherWay({ steps: steps.length, duration: duration(telling, minutes) })}</strong>
              <span className="quiet">
                {without.length === 0 ? "" : words.insteadOf(titles(without))}
                {without.length === 0 ? "" : marks[lang].sentence}
                {words.instead(titles(steps.filter((node) => !ofFirst.has(flowKey(nodes[node])))))}
              </span>
            </span>
          </label>
        ))}
        {others.length > 1 ? <p className="quiet">{words.mayBeMore}</p> : null}
      </div>
    </details>
  );
}
