/** What is switched on and what that comes to, in one row that never changes its height. */
import { useWords } from "../app/speaking.tsx";
import { useCase } from "../case/case.tsx";
import { firstLossOf, isStopped, sayRemains, wordsOfCut } from "../cut/saying.ts";
import { duration, sayMeasure, useTelling } from "../telling.ts";
import { chainWords } from "./words.ts";

export function Strip() {
  const telling = useTelling();
  const words = useWords(chainWords);
  const { base, now, chosen, toggle } = useCase();
  const cut = wordsOfCut(telling.lang);
  const firstAt = firstLossOf(now.audit);
  return (
    <div className={isStopped(base.audit, now.audit) ? "chain-strip holds" : "chain-strip"}>
      <p role="status">
        <span>
          {cut.remains} <strong data-result="remains">{sayRemains(telling, now.audit)}</strong>
        </span>
        <span>
          {cut.firstLoss}{" "}
          <strong>{firstAt === null ? cut.never : cut.after(duration(telling, firstAt))}</strong>
        </span>
      </p>
      <div className="strip-measures">
        <span className="quiet">{words.switchedOn}</span>
        {chosen.size === 0 ? <span className="quiet">{words.noneOn}</span> : null}
        {[...chosen].map((measure) => (
          <button
            key={measure}
            type="button"
            aria-label={words.switchOff(sayMeasure(telling, measure))}
            onClick={() => toggle(measure)}
          >
            {sayMeasure(telling, measure)} <span aria-hidden="true">×</span>
          </button>
        ))}
      </div>
    </div>
  );
}
