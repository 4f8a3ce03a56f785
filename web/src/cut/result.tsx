/** What the switches come to, kept in sight while they are thrown. */
import { sayCapability } from "../../../src/report/index.ts";
import { duration, money, useTelling } from "../telling.ts";
import type { CutProps } from "./cut-props.ts";

export function Result({ now, chosen, choose }: Pick<CutProps, "now" | "chosen" | "choose">) {
  const telling = useTelling();
  const { words, lang, data } = telling;
  const left = now.audit.losses.filter(({ reachable }) => reachable);
  const firstAt = Math.min(...left.map(({ earliestMinutes }) => earliestMinutes ?? Infinity));
  const isStopped = left.length === 0;
  const locked = now.lockedOut
    .map((goal) => sayCapability(data, goal, lang))
    .join(lang === "zh" ? "；" : "; ");
  return (
    <div className={isStopped ? "result holds" : "result"} role="status">
      <p className="result-count">{chosen.size === 0 ? words.nothingOn : words.on(chosen.size)}</p>
      <dl>
        <div>
          <dt>{words.remains}</dt>
          <dd data-result="remains">
            {isStopped ? words.nothing : money(telling, now.audit.reachableAmount)}
          </dd>
        </div>
        <div>
          <dt>{words.firstLoss}</dt>
          <dd>{isStopped ? words.never : words.after(duration(telling, firstAt))}</dd>
        </div>
        <div>
          <dt>{words.owner}</dt>
          <dd className={now.lockedOut.length === 0 ? "" : "locked"}>
            {now.lockedOut.length === 0 ? words.ownerIn : words.ownerOut(locked)}
          </dd>
        </div>
      </dl>
      <button type="button" className="plain" disabled={chosen.size === 0} onClick={() => choose([])}>
        {words.switchOff}
      </button>
    </div>
  );
}
