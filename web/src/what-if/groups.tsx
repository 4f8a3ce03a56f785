/**
 * Shares before and after as a picture: one line from none to all for each, with a ring where it is today, a dot where it
 * is with the change, how far either may be off, and, where it was asked, how far what nobody has read may carry it.
 */
import { useWords } from "../app/speaking.tsx";
import type { Exposed, Share } from "./counting.ts";
import { whatIfWords } from "./words.ts";

export interface Drawn {
  readonly name: string;
  readonly before: Share;
  readonly after: Share;
  /** With what nobody has read; absent: it was not asked. */
  readonly possible?: Share;
}

export const drawnOf = (name: string, before: Exposed, after: Exposed): Drawn => ({
  name,
  before: before.read,
  after: after.read,
  possible: after.possible,
});

export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

interface SharesProps {
  readonly className?: string;
  /** Each name stands above its line. */
  readonly hasLongNames?: boolean;
  readonly title: string;
  readonly means: string;
  readonly rows: readonly Drawn[];
}

export function Shares({ className = "", hasLongNames = false, title, means, rows }: SharesProps) {
  const words = useWords(whatIfWords);
  const isPossible = rows.some(({ possible }) => possible !== undefined);
  return (
    <figure className={`what-if-chart ${className} ${hasLongNames ? "what-if-long" : ""}`}>
      <figcaption>{title}</figcaption>
      {rows.map((row) => (
        <div key={row.name} className="what-if-row">
          <span>{row.name}</span>
          <Row {...row} />
          <span>
            {percent(row.before.share)} → <strong>{percent(row.after.share)}</strong>
          </span>
        </div>
      ))}
      <div className="what-if-row what-if-axis" aria-hidden="true">
        <span />
        <span>
          <span>0%</span>
          <span>50%</span>
          <span>100%</span>
        </span>
        <span />
      </div>
      <p className="quiet">
        {[...(means === "" ? [] : [means]), words.chartMeans, ...(isPossible ? [words.dashesMean] : [])].join(
          words.gap,
        )}
      </p>
    </figure>
  );
}

/** The figures stand beside it in words. */
function Row({ before: was, after: is, possible }: Omit<Drawn, "name">) {
  return (
    <svg width="100%" height="28" aria-hidden="true">
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <line key={share} className="grid" x1={percent(share)} x2={percent(share)} y1="0" y2="28" />
      ))}
      {possible === undefined ? null : (
        <Line className="possible" y={14} from={is.share} to={possible.share} />
      )}
      <Line className="moved" y={14} from={was.share} to={is.share} />
      <Interval share={was} className="was" y={9} />
      <Interval share={is} className="is" y={19} />
      <circle className="was" cx={percent(was.share)} cy="14" r="6" />
      <circle className="is" cx={percent(is.share)} cy="14" r="4" />
    </svg>
  );
}

interface LineProps {
  readonly className: string;
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

const Line = ({ className, y, from, to }: LineProps) => (
  <line className={className} x1={percent(from)} x2={percent(to)} y1={y} y2={y} />
);

const Interval = ({
  share: { low, high },
  className,
  y,
}: { readonly share: Share } & Pick<LineProps, "className" | "y">) => (
  <Line className={`interval ${className}`} y={y} from={low} to={high} />
);
