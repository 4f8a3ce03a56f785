/** What the switches come to, kept in sight while they are thrown; and whether the owner would be locked out. */

import { inBrackets, marks } from "../../../src/report/index.ts";
import type { Route } from "../app/route.ts";
import { Link } from "../app/speaking.tsx";
import { useCase } from "../case/case.tsx";
import { duration, sayMeasure, useTelling } from "../telling.ts";
import { firstLossOf, isStopped, lockedThings, sayRemains, wordsOfCut } from "./saying.ts";

export function Result() {
  const telling = useTelling();
  const { base, now, chosen, choose, own } = useCase();
  const words = wordsOfCut(telling.lang);
  const firstAt = firstLossOf(now.audit);
  const locked = lockedThings(telling, now.lockouts).length;
  const unproven = base.audit.catalogue.filter(
    ({ id, isUnproven }) => isUnproven === true && chosen.has(id),
  ).length;
  const list: Route =
    own === undefined ? { at: "founding", view: "list" } : { at: "person", id: own, view: "list" };
  return (
    <div className={isStopped(base.audit, now.audit) && unproven === 0 ? "result holds" : "result"}>
      <div role="status">
        <dl>
          <div>
            <dt>{words.remains}</dt>
            <dd data-result="remains">{sayRemains(telling, now.audit)}</dd>
          </div>
          <div>
            <dt>{words.firstLoss}</dt>
            <dd>{firstAt === null ? words.never : words.after(duration(telling, firstAt))}</dd>
          </div>
          <div>
            <dt>{words.lockedOut}</dt>
            <dd className={locked === 0 ? "" : "locked"}>
              {locked > 0 ? words.lockedOf(locked) : chosen.size === 0 ? words.nothingOn : words.notLocked}
            </dd>
          </div>
        </dl>
      </div>
      <p className="result-hands">
        <span className="result-count">
          {chosen.size === 0 ? words.nothingOn : words.on(chosen.size)}
          {unproven === 0 ? "" : inBrackets(words.unprovenOn(unproven), telling.lang)}
        </span>
        <button type="button" className="plain" disabled={chosen.size === 0} onClick={() => choose([])}>
          {words.switchOff}
        </button>
        {locked === 0 ? null : (
          <button type="button" className="plain" onClick={showLockOut}>
            {words.seeWhy}
          </button>
        )}
        {chosen.size === 0 ? null : <Link to={list}>{words.makeList}</Link>}
      </p>
    </div>
  );
}

const lockOutId = "lock-out";

function showLockOut(): void {
  const heading = document.getElementById(lockOutId);
  heading?.scrollIntoView({ block: "center" });
  heading?.focus({ preventScroll: true });
}

/** Always there, whatever it says: what would be lost to the owner, and which measure would do it. */
export function LockOut() {
  const telling = useTelling();
  const { lang } = telling;
  const { now, chosen } = useCase();
  const words = wordsOfCut(lang);
  const locked = lockedThings(telling, now.lockouts);
  const isLocked = locked.length > 0;
  return (
    <section className={isLocked ? "lock-out locks" : "lock-out"} aria-labelledby={lockOutId}>
      <h3 id={lockOutId} tabIndex={-1}>
        {words.lockOut}
      </h3>
      {isLocked ? (
        <>
          <p>{words.lockOutYes}</p>
          <ul>
            {locked.map(({ name, because }) => (
              <li key={name}>
                {name}{" "}
                <span className="quiet">
                  {words.because(because.map((id) => sayMeasure(telling, id)).join(marks[lang].semicolon))}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{chosen.size === 0 ? words.lockOutNothing : words.lockOutNo}</p>
      )}
    </section>
  );
}
